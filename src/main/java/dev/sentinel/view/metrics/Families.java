package dev.sentinel.view.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.prometheus.client.Collector.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Metric families being filled, in the order in which they were first named. The stock Counter of
/// simpleclient would add a `_created` series to each; families made by hand do not.
final class Families {

    private record Kind(Type type, String help) {}

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    /// Names a family, also when nothing is known yet to put in it.
    private List<Sample> family(String name, Type type, String help) {
        kinds.putIfAbsent(name, new Kind(type, help));
        return samples.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    void gauge(String name, String help, Labels labels, double value) {
        family(name, Type.GAUGE, help).add(sample(name, labels, value));
    }

    /// @param name without `_total`
    void counter(String name, String help, Labels labels, double value) {
        family(name, Type.COUNTER, help).add(sample(name + "_total", labels, value));
    }

    /// One series for each key of a fixed set.
    ///
    /// @param name without `_total`
    <K> void counters(
            String name, String help, Labels labels, String label, Map<K, Long> counts, ToLabel<K> value) {
        counts.forEach((key, count) -> counter(name, help, labels.and(label, value.of(key)), count));
    }

    /// @param name without `_info`
    void info(String name, String help, Labels labels) {
        family(name, Type.INFO, help).add(sample(name + "_info", labels, 1));
    }

    interface ToLabel<K> {
        String of(K key);
    }

    private static Sample sample(String name, Labels labels, double value) {
        return new Sample(name, labels.names(), labels.values(), value);
    }

    List<MetricFamilySamples> list() {
        List<MetricFamilySamples> list = new ArrayList<>();
        samples.forEach(
                (name, found) -> {
                    Kind kind = kinds.get(name);
                    list.add(new MetricFamilySamples(name, kind.type(), kind.help(), found));
                });
        return list;
    }
}
