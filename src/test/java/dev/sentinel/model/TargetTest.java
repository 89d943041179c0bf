package dev.sentinel.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "java,             java",
        "/usr/bin/java,    java",
        "./run.sh,         run.sh",
        "my prog,          my_prog",
        "grüße,            gr__e",
        "'a\"{}\n',        a____",
        "/usr/bin/,        command",
        "'',               command",
    })
    void a_command_is_called_by_the_last_part_of_its_path(String command, String name) {
        assertEquals(name, Target.nameOf(command));
    }

    @Test
    void a_name_from_a_command_is_never_too_long() {
        assertEquals("x".repeat(64), Target.nameOf("/bin/" + "x".repeat(300)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "leaker-2", "my_app.v1", "0"})
    void letters_digits_and_three_marks_make_a_name(String name) {
        assertDoesNotThrow(() -> Snapshots.target(name, Snapshots.LIMIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "é", "a\n", "\u001b[31m", "a\"b"})
    void other_names_are_refused(String name) {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Snapshots.target(name, Snapshots.LIMIT));
        assertEquals(
                "'%s' cannot be a name; use 1 to 64 letters, digits, '_', '.' or '-'"
                        .formatted(name),
                refusal.getMessage());
    }

    @Test
    void a_name_has_at_most_64_characters() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Snapshots.target("x".repeat(65), Snapshots.LIMIT));
    }
}
