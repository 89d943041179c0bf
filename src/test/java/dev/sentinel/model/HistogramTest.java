package dev.sentinel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class HistogramTest {

    private static final Histogram TWO = Histogram.ofMillis(1, 5);

    @Test
    void a_time_falls_into_the_first_class_that_it_does_not_exceed() {
        Histogram some =
                TWO.plus(Duration.ofMillis(1)).plus(Duration.ofNanos(1_000_001)).plus(ms(6));
        assertEquals(List.of(1L, 1L, 1L), some.counts());
        assertEquals(Duration.ofNanos(8_000_001), some.sum());
        assertEquals(3, some.count());
    }

    @Test
    void two_become_one() {
        Histogram both = TWO.plus(ms(2)).plus(TWO.plus(ms(3)).plus(ms(100)));
        assertEquals(List.of(0L, 2L, 1L), both.counts());
        assertEquals(ms(105), both.sum());
        assertThrows(IllegalArgumentException.class, () -> TWO.plus(Histogram.ofMillis(1, 6)));
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}
