package dev.sentinel.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// How often something took how long. Immutable.
///
/// @param bounds upper ends of the classes, ascending; a last class has none
/// @param counts how many fell into each class, one more than there are bounds
/// @param sum of all lengths of time
public record Histogram(List<Duration> bounds, List<Long> counts, Duration sum) {

    public Histogram {
        bounds = List.copyOf(bounds);
        counts = List.copyOf(counts);
    }

    /// Nothing counted yet.
    public static Histogram ofMillis(long... bounds) {
        Long[] zeros = new Long[bounds.length + 1];
        Arrays.fill(zeros, 0L);
        return new Histogram(
                Arrays.stream(bounds).mapToObj(Duration::ofMillis).toList(),
                List.of(zeros),
                Duration.ZERO);
    }

    /// With one more.
    public Histogram plus(Duration time) {
        int place = 0;
        while (place < bounds.size() && time.compareTo(bounds.get(place)) > 0) {
            place++;
        }
        Long[] more = counts.toArray(new Long[0]);
        more[place]++;
        return new Histogram(bounds, List.of(more), sum.plus(time));
    }

    /// With all that another one of the same bounds has counted.
    public Histogram plus(Histogram other) {
        if (!bounds.equals(other.bounds)) {
            throw new IllegalArgumentException("other bounds: " + other.bounds);
        }
        Long[] more = counts.toArray(new Long[0]);
        for (int place = 0; place < more.length; place++) {
            more[place] += other.counts.get(place);
        }
        return new Histogram(bounds, List.of(more), sum.plus(other.sum));
    }

    /// How many have been counted.
    public long count() {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        return all;
    }
}
