package dev.sentinel.view.metrics;

import dev.sentinel.model.Detection;
import dev.sentinel.model.Histogram;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.TargetStatus;

import java.util.List;

/// What targets use, what they may use, and how well Sentinel notices that they use more.
final class MemoryFamilies {

    private MemoryFamilies() {}

    static void add(Families families, Labels name, TargetStatus target) {
        Limit limit = target.target().limit();
        Measure measure = limit.measure();
        families.info(
                "sentinel_target",
                "How the target is guarded.",
                name.and("mode", "spawn")
                        .and("measure", measure.metric().word())
                        .and("scope", measure.scope().word())
                        .and("detector", "poll"));
        families.gauge(
                "sentinel_memory_usage_bytes",
                "What is compared with the limit; sentinel_target_info tells its measure and scope.",
                name,
                target.used().bytes());
        families.gauge(
                "sentinel_memory_peak_bytes",
                "The highest usage since the start.",
                name,
                target.peak().bytes());
        families.gauge(
                "sentinel_memory_resident_bytes",
                "Resident set size, summed over the tree.",
                name,
                target.resident().bytes());
        target.reading().ifPresent(reading -> parts(families, name, measure, reading));
        if (!limit.isNone()) {
            families.gauge(
                    "sentinel_memory_limit_bytes",
                    "The limit in force.",
                    name,
                    limit.memory().bytes());
        }
        if (!limit.neverWarns()) {
            families.gauge(
                    "sentinel_memory_soft_limit_bytes",
                    "From where on there is a warning.",
                    name,
                    limit.soft().bytes());
        }
        families.gauge(
                "sentinel_tree_processes", "Processes in the tree.", name, target.processes());
        target.detection()
                .overshoot()
                .ifPresent(over ->
                        families.gauge(
                                "sentinel_limit_overshoot_bytes",
                                "Usage over the limit when the last breach was decided.",
                                name,
                                over.bytes()));
    }

    /// What is read for that measure only.
    private static void parts(
            Families families, Labels name, Measure measure, MemoryReading reading) {
        switch (measure.metric()) {
            case RSS -> {}
            case PSS ->
                    families.gauge(
                            "sentinel_memory_proportional_bytes",
                            "Proportional set size, summed over the tree.",
                            name,
                            reading.used().bytes());
            case RSS_SWAP ->
                    families.gauge(
                            "sentinel_memory_swap_bytes",
                            "Memory in swap, summed over the tree.",
                            name,
                            reading.used().bytes() - reading.resident().bytes());
        }
    }

    /// All targets together: the detector is the same.
    static void addDetection(Families families, List<TargetStatus> targets) {
        Histogram latency = Detection.NONE.latency();
        for (TargetStatus target : targets) {
            latency = latency.plus(target.detection().latency());
        }
        families.histogram(
                "sentinel_detection_latency_seconds",
                "From the last look within the limit to the decision that it is exceeded.",
                Labels.of("detector", "poll"),
                latency);
    }
}
