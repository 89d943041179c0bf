package dev.sentinel.policy;

import dev.sentinel.model.Interval;
import dev.sentinel.model.Limit;
import dev.sentinel.model.MemoryReading;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/// How soon to look again: before the tree could be at its limit, and no sooner. A look costs a
/// wake-up, which for a guard that does nothing all day is nearly all of its cost.
public final class SampleInterval {

    /// Close to the limit and growing.
    static final Duration LEAST = Duration.ofMillis(1);

    /// Close to the limit, but calm.
    static final Duration LEAST_WHILE_CALM = Duration.ofMillis(5);

    /// Far from it, or without one.
    static final Duration MOST = Duration.ofSeconds(1);

    /// Over it, while that does not count yet.
    static final Duration OVER = Duration.ofMillis(20);

    /// After a start. Programs that go to the background fork and exit soon, and only who is seen
    /// before its parent ends is known to belong to the tree.
    static final Duration YOUNG = Duration.ofMillis(50);

    private static final Duration YOUTH = Duration.ofSeconds(2);

    /// A growth that was not there before may begin at any time, in bytes a second: at the most as
    /// fast as a process fills memory when it does nothing else.
    private static final double SUDDEN_AT_MOST = 1L << 30;

    /// And at the least twice as fast as it has been lately, or half of that.
    private static final double SUDDEN_AT_LEAST = SUDDEN_AT_MOST / 2;

    private static final double MARGIN = 2;
    private static final Duration LATELY = Duration.ofMinutes(1);

    private final Interval interval;
    private final Limit limit;

    /// As long as nothing is known, the worst.
    private double fastest = SUDDEN_AT_MOST;

    private @Nullable Duration fastestAt;

    /// @param interval as the user wants it
    public SampleInterval(Interval interval, Limit limit) {
        this.interval = interval;
        this.limit = limit;
    }

    /// The time from this reading to the next.
    ///
    /// @param before the reading before it
    /// @param start when the target was started, on the same clock
    public Duration after(Optional<MemoryReading> before, MemoryReading reading, Duration start) {
        return switch (interval) {
            case Interval.Fixed(var time) -> time;
            case Interval.Auto() -> auto(before, reading, start);
        };
    }

    private Duration auto(Optional<MemoryReading> before, MemoryReading reading, Duration start) {
        Duration wait = limit.isNone() ? MOST : untilLimit(before, reading);
        boolean young = reading.at().minus(start).compareTo(YOUTH) < 0;
        return young && wait.compareTo(YOUNG) > 0 ? YOUNG : wait;
    }

    private Duration untilLimit(Optional<MemoryReading> before, MemoryReading reading) {
        long headroom = limit.memory().bytes() - reading.used().bytes();
        double growth = before.isPresent() ? growth(before.get(), reading) : 0;
        remember(growth, reading.at());
        if (headroom < 0) {
            // While it grows the next look may settle what an exact one is still to tell.
            return growth > 0 && limit.sustain().isZero() ? LEAST : OVER;
        }
        // It may begin just now, and what there is may double.
        double begins = Math.clamp(MARGIN * fastest, SUDDEN_AT_LEAST, SUDDEN_AT_MOST);
        Duration sudden = clamp(headroom / begins, LEAST_WHILE_CALM);
        if (growth == 0) {
            return sudden;
        }
        Duration goingOn = clamp(headroom / (MARGIN * growth), LEAST);
        return goingOn.compareTo(sudden) < 0 ? goingOn : sudden;
    }

    private void remember(double growth, Duration at) {
        if (fastestAt == null) {
            fastestAt = at;
        }
        if (growth >= fastest || at.minus(fastestAt).compareTo(LATELY) >= 0) {
            fastest = growth;
            fastestAt = at;
        }
    }

    /// Bytes a second; not negative.
    private static double growth(MemoryReading last, MemoryReading reading) {
        long more = reading.used().bytes() - last.used().bytes();
        long nanos = reading.at().minus(last.at()).toNanos();
        return nanos > 0 ? Math.max(0, more * 1e9 / nanos) : 0;
    }

    private static Duration clamp(double seconds, Duration least) {
        return Duration.ofNanos(
                Math.clamp((long) (seconds * 1e9), least.toNanos(), MOST.toNanos()));
    }
}
