package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class RecentLoadTest {

    private final RecentLoad load = new RecentLoad();

    private double after(long cpuMillis, long seconds) {
        return load.after(Duration.ofMillis(cpuMillis), Duration.ofSeconds(seconds));
    }

    @Test
    void it_begins_with_the_first_look() {
        assertEquals(0, after(5000, 100));
        assertEquals(0.25, after(5500, 102));
    }

    /// The kernel counts hundredths of a second, so this one would be 0 or 0.01 by turns.
    @Test
    void little_is_told_from_several_looks() {
        for (long second = 0; second < 10; second++) {
            after(second / 2 * 10, second);
        }
        assertEquals(0.005, after(50, 10));
    }

    @Test
    void what_was_long_ago_does_not_count() {
        after(0, 0);
        after(5000, 1);
        for (int second = 2; second < 11; second++) {
            after(5000, second);
        }
        assertEquals(0, after(5000, 11));
    }

    @Test
    void two_looks_at_the_same_time_tell_nothing() {
        after(10, 1);
        assertEquals(0, after(20, 1));
    }
}
