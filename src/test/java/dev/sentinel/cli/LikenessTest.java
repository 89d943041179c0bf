package dev.sentinel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "leaker, leaker, 0",
        "leaker, Leaker, 0",
        "leker, leaker, 1",
        "leakerr, leaker, 1",
        "leater, leaker, 1",
        "leakre, leaker, 1",
        "'', db, 2",
        "api, db, 3",
    })
    void a_slip_counts_one(String word, String name, int distance) {
        assertEquals(distance, Likeness.distance(word, name));
        assertEquals(distance, Likeness.distance(name, word));
    }

    @ParameterizedTest
    @CsvSource({"leeker, leaker", "dp, db", "worker2, worker-2", "postgres, ''", "x, ''"})
    void the_closest_name_was_meant_unless_it_is_another_word(String word, String meant) {
        assertEquals(
                meant,
                Likeness.closest(word, List.of("leaker", "db", "worker-1", "worker-2")).orElse(""));
    }

    @Test
    void without_names_none_was_meant() {
        assertEquals("", Likeness.closest("leaker", List.of()).orElse(""));
    }
}
