package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class JobTest {

    @Test
    void a_name_cannot_pretend_to_be_other_fields() {
        assertEquals(
                Optional.of(new Job(4711, 4800)),
                Job.parse("4711 (x) S 1 2 3 4 5) S 4700 4711 4700 34816 4800 4194304 20931 0 4\n"));
    }

    @ParameterizedTest
    @CsvSource({"4711, 4711, true", "4711, 4800, false", "4711, -1, false"})
    void the_terminal_listens_to_one_group(long group, long foreground, boolean there) {
        assertEquals(there, new Job(group, foreground).inForeground());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4711", "4711 (java)", "4711 (java) S 1 2 3 4", "1 (x) S a b c d e f"})
    void anything_else_is_empty(String text) {
        assertEquals(Optional.empty(), Job.parse(text));
    }
}
