package dev.sentinel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "0,       PT0S",
        "' 0 ',   PT0S",
        "0s,      PT0S",
        "500us,   PT0.0005S",
        "250ms,   PT0.25S",
        "3s,      PT3S",
        "3 s,     PT3S",
        "1.5s,    PT1.5S",
        "1.5m,    PT1M30S",
        "2h,      PT2H",
        "7d,      PT168H",
        "0.0001us, PT0S",
    })
    void a_duration_is_a_number_with_a_unit(String text, Duration expected) {
        assertEquals(expected, TimeText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "s", "3", "0.0", "-3s", "3S", "3sec", "1h30m", ".5s", "1,5s", "PT3S"})
    void what_is_not_a_duration_is_refused_with_examples(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> TimeText.parse(text));
        assertEquals(
                "'%s' is not a duration; write a number with a unit, for instance 250ms, 3s or 5m"
                        .formatted(text),
                refusal.getMessage());
    }

    @Test
    void more_nanoseconds_than_a_long_can_count_are_refused() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> TimeText.parse("106752d"));
        assertEquals("'106752d' is longer than 292 years", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0.00 s", "PT0.214S, 0.21 s", "PT3S, 3.00 s", "PT1M0.5S, 60.50 s"})
    void what_was_measured_has_two_decimals_of_a_second(Duration duration, String text) {
        assertEquals(text, TimeText.seconds(duration));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,      0 s",
        "PT3S,      3 s",
        "PT5M,      300 s",
        "PT0.25S,   250 ms",
        "PT1.5S,    1500 ms",
        "PT0.0005S, 500 us",
        "PT3.0001S, 3000100 us",
    })
    void a_setting_is_shown_as_it_was_meant(Duration duration, String text) {
        assertEquals(text, TimeText.plain(duration));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.999S,     00:00:00",
        "PT1M20S,      00:01:20",
        "PT23H59M59S,  23:59:59",
        "PT24H,        1d 00h",
        "P3DT4H1M20S,  3d 04h",
    })
    void a_running_time_is_a_clock_with_days_in_front(Duration duration, String text) {
        assertEquals(text, TimeText.clock(duration));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59, 59 s",
        "60, 1 m",
        "3599, 59 m",
        "3600, 1 h 0 m",
        "86399, 23 h 59 m",
        "86400, 1 d 0 h",
        "183600, 2 d 3 h"
    })
    void a_rough_time_has_its_largest_unit(long seconds, String text) {
        assertEquals(text, TimeText.rough(Duration.ofSeconds(seconds)));
    }
}
