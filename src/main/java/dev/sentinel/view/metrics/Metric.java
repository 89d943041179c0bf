package dev.sentinel.view.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// One metric: what there is to know about it, and how its samples are found. The scrape and the
/// reference in docs/metrics.md are both made of these. The stock Counter of simpleclient would add
/// a `_created` series to each; families made by hand do not.
///
/// @param name without what its type adds
/// @param help a sentence
/// @param labels beside the one that a histogram has for its classes
/// @param absent when there are no samples; empty if there always are
record Metric(
        String name,
        Collector.Type type,
        String help,
        List<Label> labels,
        String absent,
        Function<Scrape, Stream<Point>> points) {

    /// As it is called in a query; a histogram has several samples of that name and an ending.
    String fullName() {
        return name + suffix(type);
    }

    /// Empty when there is nothing to tell.
    Optional<MetricFamilySamples> family(Scrape scrape) {
        List<String> names = labels.stream().map(Label::name).toList();
        List<String> withClass = Stream.concat(names.stream(), Stream.of("le")).toList();
        List<Sample> samples =
                points.apply(scrape)
                        .map(point ->
                                new Sample(
                                        fullName() + point.suffix(),
                                        point.suffix().equals(Point.BUCKET) ? withClass : names,
                                        point.labels(),
                                        point.value()))
                        .toList();
        return samples.isEmpty()
                ? Optional.empty()
                : Optional.of(new MetricFamilySamples(name, type, help, samples));
    }

    private static String suffix(Collector.Type type) {
        return switch (type) {
            case COUNTER -> "_total";
            case INFO -> "_info";
            case GAUGE, HISTOGRAM, GAUGE_HISTOGRAM, SUMMARY, STATE_SET, UNKNOWN -> "";
        };
    }
}
