package dev.sentinel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Limit;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.Trend;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// All limits are 1000 MiB, so that amounts read as thousandths of it.
class GrowthTest {

    private static final int LIMIT_MIB = 1000;
    private static final Limit LIMIT = limit(LIMIT_MIB);
    private static final Limit NONE = limit(0);
    private static final int DAY = 24 * 3600;
    private static final double[] SPEEDS = {60, 3600, DAY / 2.0};
    private static final long SEED = 1968;

    private final Growth growth = new Growth();
    private int second;

    /// Leaks that are at their limit after a minute, an hour, twelve hours.
    static Stream<Trace> leaks() {
        return DoubleStream.of(SPEEDS).boxed().flatMap(GrowthTest::leaks);
    }

    private static Stream<Trace> leaks(double time) {
        Trace fromNothing = Trace.linear(0, LIMIT_MIB / time);
        Trace fromHalf = Trace.linear(500, 500 / time);
        Trace slower = Trace.linear(100, 800 / time);
        return Stream.of(
                fromNothing,
                fromHalf,
                fromHalf.withNoise(5, SEED),
                slower.withNoise(10, SEED),
                Trace.stairs(0, LIMIT_MIB / time, time / 8),
                Trace.stairs(100, 900 / time, time / 13),
                Trace.stairs(50, 900 / time, time / 30).withNoise(10, SEED),
                slower.withTeeth(100, time / 12),
                slower.withTeeth(100, time / 60),
                slower.withTeeth(50, time / 25).withNoise(5, SEED));
    }

    static Stream<Trace> noLeaks() {
        return Stream.of(
                Trace.flat(400),
                Trace.flat(950).withNoise(5, SEED),
                Trace.flat(400).withNoise(100, SEED + 1),
                Trace.flat(400).withSlowNoise(50, 60, SEED),
                Trace.flat(400).withSlowNoise(50, 600, SEED + 1),
                Trace.flat(200).withTeeth(700, 7),
                Trace.flat(300).withTeeth(250, 61),
                Trace.flat(100).withTeeth(300, 240).withNoise(5, SEED),
                Trace.flat(300).withTeeth(200, 1500),
                Trace.elevator(0, 800, 2).withTeeth(50, 100),
                Trace.elevator(0, 300, 60),
                Trace.elevator(50, 300, 900).withNoise(5, SEED),
                Trace.warmUp(0, 800, 3),
                Trace.warmUp(0, 500, 60).withNoise(5, SEED),
                Trace.warmUp(0, 400, 300));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void half_way_to_the_limit_a_leak_and_the_time_that_is_left_are_known(Trace trace) {
        double[] uses = trace.sampled(DAY);
        int end = 0;
        while (uses[end] <= LIMIT.memory().bytes()) {
            end++;
        }
        for (int i = 0; i < end / 2; i++) {
            look(uses[i]);
        }
        double left = end - end / 2.0;
        double error = secondsLeft(LIMIT) / left - 1;
        assertTrue(Math.abs(error) <= 0.2, trace + ": error " + error);
    }

    @ParameterizedTest
    @MethodSource("noLeaks")
    void for_a_day_nothing_else_is_taken_for_a_leak(Trace trace) {
        for (int i = 0; i < DAY; i++) {
            look(trace.bytes(i));
            for (Limit limit : List.of(LIMIT, NONE)) {
                Trend trend = growth.towards(limit);
                if (trend instanceof Trend.Growing) {
                    fail("%s: at %d s %s".formatted(trace, i, trend));
                }
            }
        }
        assertEquals(new Trend.NotGrowing(), growth.towards(LIMIT));
    }

    @Test
    void a_leak_that_begins_after_hours_is_found() {
        watch(Trace.linear(300, 0.5).after(20_000), 20_000 + 700);
        // Its window of 17 minutes began five minutes before it.
        assertEquals(700, secondsLeft(LIMIT), 200);
    }

    @Test
    void a_start_of_many_seconds_does_not_hide_the_leak_behind_it() {
        Trace start = Trace.elevator(-300, 0, 20);
        Trace leak = Trace.linear(400, 0.2);
        for (int i = 0; i < 1500; i++) {
            look(start.bytes(i) + leak.bytes(i));
        }
        assertEquals(1500, secondsLeft(LIMIT), 300);
    }

    @Test
    void at_first_nothing_is_known() {
        assertEquals(new Trend.TooEarly(), growth.towards(LIMIT));
        watch(Trace.linear(0, 40), 15);
        assertEquals(new Trend.TooEarly(), growth.towards(LIMIT));
    }

    @Test
    void a_climb_far_from_the_limit_is_left_time_to_end() {
        watch(Trace.linear(0, 1), 300);
        assertEquals(new Trend.TooEarly(), growth.towards(LIMIT));
        assertInstanceOf(Trend.Growing.class, growth.towards(limit(600)));
    }

    @Test
    void without_a_limit_there_is_a_slope_and_no_time() {
        watch(Trace.linear(100, 0.1), 2400);
        var growing = assertInstanceOf(Trend.Growing.class, growth.towards(NONE));
        assertEquals(0.1 * Trace.MIB, growing.bytesPerSecond(), 1000);
        assertTrue(growing.fit() > 0.99);
        assertEquals(Optional.empty(), growing.timeToLimit());
    }

    @Test
    void another_limit_is_another_time() {
        watch(Trace.linear(100, 0.1), 2400);
        assertEquals(6600, secondsLeft(LIMIT), 70);
        assertEquals(1600, secondsLeft(limit(500)), 20);
        assertEquals(0, secondsLeft(limit(200)));
    }

    @Test
    void many_looks_a_second_tell_the_same_as_one() {
        for (int millis = 0; millis < 60_000; millis += 5) {
            growth.add(reading(Duration.ofMillis(millis), (200 + millis / 100.0) * Trace.MIB));
        }
        assertEquals(20, secondsLeft(LIMIT), 1);
    }

    private void watch(Trace trace, int seconds) {
        for (int i = 0; i < seconds; i++) {
            look(trace.bytes(i));
        }
    }

    private void look(double bytes) {
        growth.add(reading(Duration.ofSeconds(second++), bytes));
    }

    private double secondsLeft(Limit limit) {
        var growing = assertInstanceOf(Trend.Growing.class, growth.towards(limit));
        return growing.timeToLimit().orElseThrow().toMillis() / 1000.0;
    }

    private static MemoryReading reading(Duration at, double bytes) {
        return new MemoryReading(at, new ByteSize((long) bytes), 1);
    }

    private static Limit limit(long mebibytes) {
        return new Limit(ByteSize.ofMebibytes(mebibytes), Duration.ZERO);
    }
}
