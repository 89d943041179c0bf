package dev.sentinel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTest {

    @ParameterizedTest
    @CsvSource({
        "TERM, 15",
        "SIGTERM, 15",
        "sigterm, 15",
        "' Term ', 15",
        "15, 15",
        "HUP, 1",
        "KILL, 9",
        "CONT, 18",
        "SYS, 31",
        "1, 1",
        "64, 64"
    })
    void a_signal_is_a_name_or_a_number(String text, int number) {
        assertEquals(new Signal(number), Signal.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SIG",
                "0",
                "65",
                "015",
                "-1",
                "TREM",
                "SIGSIGTERM",
                "RTMIN",
                "15 15",
                "٣"
            })
    void what_is_not_a_signal_is_refused_with_examples(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Signal.parse(text));
        assertEquals(
                "'%s' is not a signal; write a name or a number, for instance TERM, INT or 15"
                        .formatted(text),
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65})
    void numbers_end_at_64(int number) {
        assertThrows(IllegalArgumentException.class, () -> new Signal(number));
    }

    @ParameterizedTest
    @CsvSource({"1, SIGHUP", "9, SIGKILL", "15, SIGTERM", "31, SIGSYS", "32, signal 32"})
    void it_is_shown_with_its_name_when_it_has_one(int number, String text) {
        assertEquals(text, new Signal(number).toString());
    }
}
