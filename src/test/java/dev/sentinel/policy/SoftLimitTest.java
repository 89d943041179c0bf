package dev.sentinel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryReading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class SoftLimitTest {

    @ParameterizedTest
    @CsvSource({
        "100, false, 100, false",
        "100, false, 101, true",
        "100, true, 96, true",
        "100, true, 95, false",
        "0, false, 999, false",
        "0, true, 999, false",
    })
    void who_hovers_about_it_is_over_it_once(
            long soft, boolean before, long used, boolean expected) {
        var limit =
                new Limit(
                        ByteSize.ofMebibytes(500),
                        ByteSize.ofMebibytes(soft),
                        Duration.ZERO,
                        Measure.USUAL);
        var reading = new MemoryReading(Duration.ZERO, ByteSize.ofMebibytes(used), 1);
        assertEquals(expected, new SoftLimit(limit).judge(before, reading));
    }
}
