package dev.sentinel.view.metrics;

import dev.sentinel.model.Histogram;

import io.prometheus.client.Collector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// The beginning of a [Metric]: its name, type and meaning. What follows says whose it is, which
/// labels it has, and how its value is found.
///
/// @param name without what the type adds
/// @param absent when there are no samples
record About(String name, Collector.Type type, String help, String absent) {

    static About gauge(String name, String help) {
        return new About(name, Collector.Type.GAUGE, help, "");
    }

    static About counter(String name, String help) {
        return new About(name, Collector.Type.COUNTER, help, "");
    }

    static About histogram(String name, String help) {
        return new About(name, Collector.Type.HISTOGRAM, help, "");
    }

    static About summary(String name, String help) {
        return new About(name, Collector.Type.SUMMARY, help, "");
    }

    static About info(String name, String help) {
        return new About(name, Collector.Type.INFO, help, "");
    }

    About absent(String when) {
        return new About(name, type, help, when);
    }

    /// One value for all of Sentinel, if it is known.
    Metric onceKnown(Function<Scrape, Optional<? extends Number>> value) {
        return metric(List.of(), scrape -> Point.ofKnown(value.apply(scrape)));
    }

    /// One value for each target.
    Metric each(ToDoubleFunction<Seen> value) {
        return each(List.of(), seen -> Point.of(value.applyAsDouble(seen)));
    }

    /// One value for each target of which it is known.
    Metric eachKnown(Function<Seen, Optional<? extends Number>> value) {
        return each(List.of(), seen -> Point.ofKnown(value.apply(seen)));
    }

    /// Values for each target, one for each of a few keys.
    <K extends Enum<K>> Metric eachBy(
            String label, Class<K> keys, Function<Seen, Map<K, ? extends Number>> values) {
        return each(List.of(Label.of(label, keys)), seen -> Point.ofEach(keys, values.apply(seen)));
    }

    /// How often something took how long, for each target.
    Metric eachTimed(Function<Seen, Histogram> times) {
        return each(List.of(), seen -> Point.of(List.of(), times.apply(seen)));
    }

    /// Whatever it is, for each target.
    Metric each(List<Label> more, Function<Seen, Stream<Point>> points) {
        return metric(
                Stream.concat(Stream.of(Label.TARGET), more.stream()).toList(),
                scrape ->
                        scrape.targets().stream()
                                .flatMap(seen ->
                                        points.apply(seen)
                                                .map(point -> point.ofTarget(seen.name()))));
    }

    /// Whatever it is.
    Metric metric(List<Label> labels, Function<Scrape, Stream<Point>> points) {
        return new Metric(name, type, help, labels, absent, points);
    }
}
