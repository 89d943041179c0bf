package dev.sentinel.supervise;

import dev.sentinel.model.Histogram;
import dev.sentinel.model.Pace;

import java.time.Duration;
import java.util.List;

/// Counts how late ticks come. It does so at every one of them, and allocates nothing for it.
final class LatenessCount {

    private static final Histogram NONE = Pace.NONE.lateness();

    private final long[] bounds = NONE.bounds().stream().mapToLong(Duration::toNanos).toArray();
    private final long[] counts = new long[bounds.length + 1];
    private long sum;

    /// One more.
    void add(Duration lateness) {
        long nanos = lateness.toNanos();
        int place = 0;
        while (place < bounds.length && nanos > bounds[place]) {
            place++;
        }
        counts[place]++;
        sum += nanos;
    }

    /// All of them.
    Histogram counted() {
        Long[] boxed = new Long[counts.length];
        for (int place = 0; place < counts.length; place++) {
            boxed[place] = counts[place];
        }
        return new Histogram(NONE.bounds(), List.of(boxed), Duration.ofNanos(sum));
    }
}
