package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class ProcStatTest {

    private static final String LINE =
            "4711 (%s) S 4700 4711 4711 34816 4711 4194304 20931 0 4 0 112 20 0 0 20 0 21 0 93311"
                    + " 5242880 300 18446744073709551615\n";

    private static Optional<ProcStat> read(String name) {
        return Optional.of(new ProcStat(4711, name, 'S', 4700, 21, 93_311));
    }

    @Test
    void an_ordinary_line_is_read() {
        assertEquals(read("java"), ProcStat.parse(LINE.formatted("java")));
    }

    @Test
    void a_line_may_end_with_the_start_time() {
        String cut = LINE.substring(0, LINE.indexOf(" 5242880"));
        assertEquals(read("java"), ProcStat.parse(cut.formatted("java")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x) Z 1",
                "x) Z 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 (y",
                "two\nlines",
                "1 (init) S 0",
                "\u001b[31mred",
                "((((",
                "))))",
                "",
                " ",
                "\0",
                "\u00ff\u0080",
            })
    void a_name_cannot_pretend_to_be_other_fields(String name) {
        assertEquals(read(name), ProcStat.parse(LINE.formatted(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "java, java",
        "na\u00c3\u00afve, na\u00efve",
        "cut\u00c3, cut\ufffd",
        "\u00ff\u0080, \ufffd\ufffd"
    })
    void a_name_is_readable_as_whoever_gave_it_wrote_it(String bytes, String readable) {
        ProcStat stat = ProcStat.parse(LINE.formatted(bytes)).orElseThrow();
        assertEquals(readable, stat.readableName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "4711",
                "4711 (java",
                "4711 (java)",
                "4711 (java) ",
                "4711 (java) S",
                "4711 (java) S 4700 4711 4711 34816 4711 4194304 20931 0 4 0 112 20 0 0 20 0 21 0",
                "(java) S 4700 4711 4711 34816 4711 4194304 20931 0 4 0 112 20 0 0 20 0 21 0 93311",
                "x (java) S 4700 4711 4711 34816 4711 4194304 20931 0 4 0 112 20 0 0 20 0 21 0 93311",
                "1 (java) S x 4711 4711 34816 4711 4194304 20931 0 4 0 112 20 0 0 20 0 21 0 93311",
                "1 (java) S 1 4711 4711 34816 4711 4194304 20931 0 4 0 112 20 0 0 20 0 21 0 9x",
                ") 4711 (",
            })
    void what_is_cut_short_or_foreign_is_no_process(String text) {
        assertEquals(Optional.empty(), ProcStat.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "R, true",
        "S, true",
        "D, true",
        "T, true",
        "t, true",
        "I, true",
        "Z, false",
        "X, false"
    })
    void only_zombies_and_the_dead_are_not_alive(char state, boolean alive) {
        assertEquals(alive, new ProcStat(1, "x", state, 0, 1, 0).alive());
    }

    @Test
    void a_first_thread_that_has_ended_does_not_end_the_others() {
        assertTrue(new ProcStat(1, "x", 'Z', 0, 2, 0).alive());
    }
}
