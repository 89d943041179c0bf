package dev.sentinel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Interval;
import dev.sentinel.model.Limit;
import dev.sentinel.model.MemoryReading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.Optional;

class SampleIntervalTest {

    private static final Duration START = Duration.ofSeconds(10);
    private static final TemporalUnit MILLIS = ChronoUnit.MILLIS;
    private static final Limit LIMIT = limit(512);

    private final SampleInterval auto = new SampleInterval(new Interval.Auto(), LIMIT);

    @Test
    void a_fixed_interval_stays_the_same() {
        Duration wish = Duration.ofMillis(7);
        var fixed = new SampleInterval(new Interval.Fixed(wish), LIMIT);
        assertEquals(wish, fixed.after(Optional.empty(), reading(START, 1), START));
        assertEquals(wish, fixed.after(Optional.empty(), reading(START, 511), Duration.ZERO));
    }

    @Test
    void far_from_the_limit_it_is_looked_at_twice_a_second() {
        assertEquals(Duration.ofMillis(500), between(0, 0, 500).truncatedTo(MILLIS));
    }

    @Test
    void who_has_been_calm_for_a_minute_is_looked_at_half_as_often() {
        after(1000, 400, 400);
        assertEquals(Duration.ofMillis(109), after(1059, 400, 400).truncatedTo(MILLIS));
        assertEquals(Duration.ofMillis(218), after(1060, 400, 400).truncatedTo(MILLIS));
    }

    @Test
    void who_has_grown_fast_within_the_last_minute_may_do_so_again() {
        after(1000, 400, 400);
        assertEquals(Duration.ofMillis(218), after(1061, 400, 400).truncatedTo(MILLIS));
        // 40 MiB in 100 ms; nobody knows whether it goes on, and then it is 90 ms to the limit.
        assertEquals(Duration.ofMillis(90), after(1062, 400, 440).truncatedTo(MILLIS));
        assertEquals(Duration.ofMillis(90), after(1063, 440, 440).truncatedTo(MILLIS));
        assertEquals(Duration.ofMillis(140), after(1122, 440, 440).truncatedTo(MILLIS));
    }

    /// So many seconds after the start, a tenth of a second after the look before.
    private Duration after(long seconds, long before, long now) {
        Duration at = Duration.ofSeconds(seconds);
        return auto.after(
                Optional.of(reading(at.minusMillis(100), before)), reading(at, now), Duration.ZERO);
    }

    @Test
    void the_less_is_left_the_sooner_comes_the_next_look() {
        assertTrue(between(400, 400, 500).compareTo(between(100, 100, 500)) < 0);
        assertEquals(SampleInterval.LEAST_WHILE_CALM, between(512, 512, 500));
        assertEquals(SampleInterval.LEAST_WHILE_CALM, between(510, 510, 500));
        assertEquals(SampleInterval.LEAST, between(502, 512, 20));
    }

    @Test
    void the_faster_it_grows_the_sooner_comes_the_next_look() {
        // 200 MiB in 50 ms are 4 GiB a second; with twice that, 312 MiB last for 39 ms.
        assertEquals(Duration.ofMillis(39), between(0, 200, 50).truncatedTo(MILLIS));
    }

    @Test
    void shrinking_is_calm() {
        assertEquals(between(100, 100, 50), between(400, 100, 50));
    }

    @Test
    void a_large_limit_is_looked_at_once_a_second() {
        var large = new SampleInterval(new Interval.Auto(), limit(64 << 10));
        assertEquals(
                SampleInterval.MOST,
                large.after(Optional.empty(), reading(START, 1), Duration.ZERO));
    }

    @Test
    void without_a_limit_once_a_second_will_do() {
        var none = new SampleInterval(new Interval.Auto(), limit(0));
        assertEquals(
                SampleInterval.MOST,
                none.after(Optional.empty(), reading(START, 1), Duration.ZERO));
    }

    @Test
    void after_a_start_it_is_looked_at_often_for_two_seconds() {
        MemoryReading reading = reading(START, 1);
        Duration young = START.minusMillis(1999);
        assertEquals(SampleInterval.YOUNG, auto.after(Optional.empty(), reading, young));
        Duration grown = START.minusMillis(2000);
        assertTrue(
                auto.after(Optional.empty(), reading, grown).compareTo(SampleInterval.YOUNG) > 0);
    }

    @Test
    void over_the_limit_it_is_watched_closely() {
        assertEquals(SampleInterval.OVER, between(600, 600, 500));
        assertEquals(SampleInterval.LEAST, between(500, 600, 500), "and growing");
    }

    @Test
    void while_it_may_be_over_the_limit_growth_changes_nothing() {
        var patient = new Limit(ByteSize.ofMebibytes(512), Duration.ofSeconds(5));
        var sampleInterval = new SampleInterval(new Interval.Auto(), patient);
        assertEquals(
                SampleInterval.OVER,
                sampleInterval.after(
                        Optional.of(reading(START, 500)),
                        reading(START.plusMillis(500), 600),
                        Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 50, 500, 900})
    void steady_growth_of_megabytes_a_second_is_seen_before_it_is_far_over(long growth) {
        double used = 1;
        Duration now = START;
        Optional<MemoryReading> before = Optional.empty();
        while (used <= 512) {
            MemoryReading reading = reading(now, (long) used);
            Duration wait = auto.after(before, reading, Duration.ZERO);
            before = Optional.of(reading);
            now = now.plus(wait);
            used += growth * wait.toNanos() / 1e9;
        }
        assertTrue(used - 512 <= Math.max(1, growth * 0.01), "over by " + (used - 512));
    }

    private Duration between(long first, long second, long millis) {
        MemoryReading before = reading(START, first);
        return auto.after(
                Optional.of(before), reading(START.plusMillis(millis), second), Duration.ZERO);
    }

    private static MemoryReading reading(Duration at, long mebibytes) {
        return new MemoryReading(at, ByteSize.ofMebibytes(mebibytes), 1);
    }

    private static Limit limit(long mebibytes) {
        return new Limit(ByteSize.ofMebibytes(mebibytes), Duration.ZERO);
    }
}
