package dev.sentinel.view.metrics;

import dev.sentinel.model.Histogram;

import io.prometheus.client.Collector;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One sample, without what all samples of its metric have in common.
///
/// @param suffix of its name beside the one that the type adds
/// @param labels values, harmless
record Point(String suffix, List<String> labels, double value) {

    static final String BUCKET = "_bucket";

    /// The same of one target among others.
    Point ofTarget(String target) {
        return new Point(suffix, Stream.concat(Stream.of(target), labels.stream()).toList(), value);
    }

    static Stream<Point> of(double value) {
        return Stream.of(new Point("", List.of(), value));
    }

    static Stream<Point> ofKnown(Optional<? extends Number> value) {
        return value.stream().flatMap(known -> of(known.doubleValue()));
    }

    /// One for each key, in the order of their declaration: what does not occur has been zero so
    /// far, or a first event would be no increase. None at all without anything known.
    static <K extends Enum<K>> Stream<Point> ofEach(Class<K> keys, Map<K, ? extends Number> known) {
        return known.isEmpty()
                ? Stream.of()
                : Arrays.stream(keys.getEnumConstants())
                        .map(key -> of(Label.word(key), number(known, key)));
    }

    private static <K> double number(Map<K, ? extends Number> known, K key) {
        Number number = known.get(key);
        return number == null ? 0 : number.doubleValue();
    }

    static Point of(String label, double value) {
        return new Point("", List.of(label), value);
    }

    /// Counts in classes of seconds, each with all smaller ones, as Prometheus has them.
    static Stream<Point> of(List<String> labels, Histogram histogram) {
        List<Long> counts = histogram.counts();
        Stream<Point> buckets =
                IntStream.range(0, counts.size())
                        .mapToObj(place -> {
                            long upTo =
                                    counts.subList(0, place + 1).stream()
                                            .mapToLong(Long::longValue)
                                            .sum();
                            String bound = Collector.doubleToGoString(bound(histogram, place));
                            return new Point(BUCKET, plus(labels, bound), (double) upTo);
                        });
        return Stream.concat(buckets, of(labels, histogram.count(), histogram.sum()));
    }

    private static double bound(Histogram histogram, int place) {
        return place < histogram.bounds().size()
                ? seconds(histogram.bounds().get(place))
                : Double.POSITIVE_INFINITY;
    }

    private static List<String> plus(List<String> labels, String bound) {
        return Stream.concat(labels.stream(), Stream.of(bound)).toList();
    }

    /// How often something was done and how long that took together.
    static Stream<Point> of(List<String> labels, long count, Duration sum) {
        return Stream.of(
                new Point("_count", labels, (double) count),
                new Point("_sum", labels, seconds(sum)));
    }

    static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
