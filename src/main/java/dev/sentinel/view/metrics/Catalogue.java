package dev.sentinel.view.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;

import java.util.Collection;
import java.util.List;

/// All metrics there are. What is not in here is neither exposed nor documented.
record Catalogue(List<Topic> topics) {

    /// @param commands that can be asked for at the socket, and the word for all others
    static Catalogue of(Collection<String> commands) {
        return new Catalogue(
                List.of(
                        LifeMetrics.TOPIC,
                        MemoryMetrics.TOPIC,
                        TreeMetrics.TOPIC,
                        CgroupMetrics.TOPIC,
                        WatchMetrics.TOPIC,
                        SelfMetrics.topic(commands),
                        FirstNames.TOPIC));
    }

    /// Those of which there is something to tell.
    List<MetricFamilySamples> families(Scrape scrape) {
        return topics.stream()
                .flatMap(topic -> topic.metrics().stream())
                .flatMap(metric -> metric.family(scrape).stream())
                .toList();
    }
}
