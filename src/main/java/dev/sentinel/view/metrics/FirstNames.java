package dev.sentinel.view.metrics;

import static dev.sentinel.view.metrics.About.gauge;

import dev.sentinel.model.TargetStatus;

import java.util.List;

/// The two names of the first Sentinel; they know of one target only.
final class FirstNames {

    private static final double MEBIBYTE = 1 << 20;

    private FirstNames() {}

    static final Topic TOPIC =
            new Topic(
                    "Names of the first version",
                    "They stay for dashboards that use them, and tell of the first target alone.",
                    List.of(
                            gauge(
                                            "sentinel_memory_usage_mb",
                                            "Memory of the first target in MiB; see sentinel_memory_usage_bytes.")
                                    .onceKnown(scrape ->
                                            scrape.firstTarget()
                                                    .map(first -> first.used().bytes() / MEBIBYTE)),
                            gauge(
                                            "sentinel_process_running",
                                            "Whether the first target runs; see sentinel_target_up.")
                                    .onceKnown(scrape ->
                                            scrape.firstTarget()
                                                    .map(TargetStatus::alive)
                                                    .map(alive -> alive ? 1 : 0))));
}
