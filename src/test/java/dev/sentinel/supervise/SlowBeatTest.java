package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class SlowBeatTest {

    @ParameterizedTest
    @CsvSource({"0, 1000", "10, 1000", "11, 1100", "30, 3000", "51, 5000", "60000, 5000"})
    void looks_that_take_long_are_not_made_so_often(long round, long rest) {
        assertEquals(
                Duration.ofMillis(rest),
                SlowBeat.restAfter(Duration.ofMillis(round), Duration.ofSeconds(1)));
    }
}
