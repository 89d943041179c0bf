package dev.sentinel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Limit;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.Verdict;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class MemoryLimitTest {

    private static final Verdict WITHIN = new Verdict.Within();
    private static final Limit AT_ONCE = new Limit(new ByteSize(100), Duration.ZERO);
    private static final Limit FOR_3_S = new Limit(new ByteSize(100), Duration.ofSeconds(3));

    @Test
    void exactly_the_limit_is_within_it() {
        assertEquals(WITHIN, new MemoryLimit(AT_ONCE).judge(WITHIN, reading(0, 100)));
    }

    @Test
    void a_byte_more_is_over_at_once() {
        MemoryReading reading = reading(0, 101);
        assertEquals(
                new Verdict.Over(reading, AT_ONCE),
                new MemoryLimit(AT_ONCE).judge(WITHIN, reading));
    }

    @Test
    void a_breach_must_last_as_long_as_was_asked() {
        assertEquals(exceedingSince(1), judge(reading(1, 200), reading(3.9, 200)));
    }

    @Test
    void it_is_over_once_it_has_lasted() {
        MemoryReading last = reading(4, 150);
        assertEquals(new Verdict.Over(last, FOR_3_S), judge(reading(1, 200), last));
    }

    @Test
    void falling_to_the_limit_begins_anew() {
        assertEquals(
                exceedingSince(3),
                judge(reading(1, 200), reading(2, 100), reading(3, 200), reading(4, 200)));
    }

    @Test
    void it_stays_over_until_it_falls() {
        assertInstanceOf(
                Verdict.Over.class, judge(reading(1, 200), reading(4, 200), reading(4.1, 200)));
        assertEquals(WITHIN, judge(reading(1, 200), reading(4, 200), reading(5, 100)));
    }

    @Test
    void without_a_limit_nothing_is_too_much() {
        Limit none = new Limit(ByteSize.ZERO, Duration.ZERO);
        assertEquals(WITHIN, new MemoryLimit(none).judge(WITHIN, reading(0, Long.MAX_VALUE)));
    }

    private static Verdict judge(MemoryReading... readings) {
        Verdict verdict = WITHIN;
        for (MemoryReading reading : readings) {
            verdict = new MemoryLimit(FOR_3_S).judge(verdict, reading);
        }
        return verdict;
    }

    private static Verdict exceedingSince(int seconds) {
        return new Verdict.Exceeding(Duration.ofSeconds(seconds));
    }

    private static MemoryReading reading(double seconds, long bytes) {
        return new MemoryReading(
                Duration.ofMillis((long) (seconds * 1000)), new ByteSize(bytes), 1);
    }
}
