package dev.sentinel.view.metrics;

import dev.sentinel.model.Histogram;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Metric families being filled, in the order in which they were first named. The stock Counter of
/// simpleclient would add a `_created` series to each; families made by hand do not.
final class Families {

    private record Family(Collector.Type type, String help, List<Sample> samples) {}

    private final Map<String, Family> families = new LinkedHashMap<>();

    void gauge(String name, String help, Labels labels, double value) {
        add(name, Collector.Type.GAUGE, help, sample(name, labels, value));
    }

    void gauge(String name, String help, Labels labels, long value) {
        gauge(name, help, labels, (double) value);
    }

    /// @param name without `_total`
    void counter(String name, String help, Labels labels, double value) {
        add(name, Collector.Type.COUNTER, help, sample(name + "_total", labels, value));
    }

    /// @param name without `_total`
    void counter(String name, String help, Labels labels, long value) {
        counter(name, help, labels, (double) value);
    }

    /// One series for each key of a fixed set.
    ///
    /// @param name without `_total`
    /// @param value key → label value
    <K> void counters(
            String name,
            String help,
            Labels labels,
            String label,
            Map<K, Long> counts,
            Function<K, String> value) {
        counts.forEach((key, count) ->
                counter(name, help, labels.and(label, value.apply(key)), count.longValue()));
    }

    /// Counts in classes of seconds, each with all smaller ones, as Prometheus has them.
    void histogram(String name, String help, Labels labels, Histogram histogram) {
        long sofar = 0;
        for (int place = 0; place < histogram.counts().size(); place++) {
            sofar += histogram.counts().get(place);
            double bound =
                    place < histogram.bounds().size()
                            ? histogram.bounds().get(place).toNanos() / 1e9
                            : Double.POSITIVE_INFINITY;
            Labels labelled = labels.and("le", Collector.doubleToGoString(bound));
            add(
                    name,
                    Collector.Type.HISTOGRAM,
                    help,
                    sample(name + "_bucket", labelled, (double) sofar));
        }
        summed(name, Collector.Type.HISTOGRAM, help, labels, sofar, histogram.sum());
    }

    /// How often something was done and how long that took together, without quantiles.
    void summary(String name, String help, Labels labels, long count, Duration sum) {
        summed(name, Collector.Type.SUMMARY, help, labels, count, sum);
    }

    private void summed(
            String name,
            Collector.Type type,
            String help,
            Labels labels,
            long count,
            Duration sum) {
        add(name, type, help, sample(name + "_count", labels, (double) count));
        add(name, type, help, sample(name + "_sum", labels, sum.toNanos() / 1e9));
    }

    /// @param name without `_info`
    void info(String name, String help, Labels labels) {
        add(name, Collector.Type.INFO, help, sample(name + "_info", labels, 1));
    }

    private void add(String name, Collector.Type type, String help, Sample sample) {
        families.computeIfAbsent(name, _ -> new Family(type, help, new ArrayList<>()))
                .samples()
                .add(sample);
    }

    private static Sample sample(String name, Labels labels, double value) {
        return new Sample(name, labels.names(), labels.values(), value);
    }

    List<MetricFamilySamples> list() {
        List<MetricFamilySamples> list = new ArrayList<>();
        families.forEach((name, family) ->
                list.add(
                        new MetricFamilySamples(
                                name, family.type(), family.help(), family.samples())));
        return list;
    }
}
