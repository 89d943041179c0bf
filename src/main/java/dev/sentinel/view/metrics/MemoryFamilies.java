package dev.sentinel.view.metrics;

import dev.sentinel.model.Detection;
import dev.sentinel.model.Histogram;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.Trend;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
                        .and("detector", target.target().detector().word()));
        families.gauge(
                "sentinel_memory_usage_bytes",
                "What is compared with the limit; sentinel_target_info tells its measure and scope.",
                name,
                target.used().bytes());
        families.gauge(
                "sentinel_memory_peak_bytes",
                "The highest usage since the start.",
                name,
                target.memory().peak().bytes());
        families.gauge(
                "sentinel_memory_resident_bytes",
                "Resident set size of what is measured.",
                name,
                target.resident().bytes());
        target.memory().reading().ifPresent(reading -> parts(families, name, measure, reading));
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
        trend(families, name, target);
        target.memory()
                .detection()
                .overshoot()
                .ifPresent(overshoot -> overshoot(families, name, overshoot));
    }

    private static void overshoot(Families families, Labels name, Detection.Overshoot overshoot) {
        families.gauge(
                "sentinel_limit_overshoot_bytes",
                "Usage over the limit when the last breach was decided.",
                name,
                overshoot.decided().bytes());
        families.gauge(
                "sentinel_limit_overshoot_peak_bytes",
                "The most over the limit that was seen from then to the end of the tree.",
                name,
                overshoot.atMost().bytes());
    }

    /// What is read for that measure only.
    private static void parts(
            Families families, Labels name, Measure measure, MemoryReading reading) {
        switch (measure.metric()) {
            case RSS -> {}
            case PSS ->
                    families.gauge(
                            "sentinel_memory_proportional_bytes",
                            "Proportional set size of what is measured.",
                            name,
                            reading.used().bytes());
            case RSS_SWAP ->
                    families.gauge(
                            "sentinel_memory_swap_bytes",
                            "Memory in swap of what is measured.",
                            name,
                            reading.used().bytes() - reading.resident().bytes());
        }
    }

    private static void trend(Families families, Labels name, TargetStatus target) {
        switch (target.memory().trend()) {
            case Trend.TooEarly _ -> {}
            case Trend.NotGrowing _ ->
                    trend(families, name, 0, timeToLimit(target, Optional.empty()));
            case Trend.Growing growing ->
                    trend(
                            families,
                            name,
                            growing.bytesPerSecond(),
                            timeToLimit(target, growing.timeToLimit()));
        }
    }

    /// Never, unless it grows; unknown without a limit.
    private static OptionalDouble timeToLimit(TargetStatus target, Optional<Duration> foretold) {
        return target.target().limit().isNone()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        foretold.map(left -> left.toMillis() / 1e3)
                                .orElse(Double.POSITIVE_INFINITY));
    }

    private static void trend(
            Families families, Labels name, double growth, OptionalDouble timeToLimit) {
        families.gauge(
                "sentinel_memory_growth_bytes_per_second",
                "Growth consistent with a leak; zero when there is none.",
                name,
                growth);
        timeToLimit.ifPresent(left ->
                families.gauge(
                        "sentinel_memory_time_to_limit_seconds",
                        "Until the limit is reached if that growth goes on.",
                        name,
                        left));
    }

    /// All targets together: the detector is the same.
    static void addDetection(Families families, List<TargetStatus> targets) {
        Histogram latency = Detection.NONE.latency();
        for (TargetStatus target : targets) {
            latency = latency.plus(target.memory().detection().latency());
        }
        families.histogram(
                "sentinel_detection_latency_seconds",
                "From the last look within the limit to the decision that it is exceeded.",
                Labels.of("detector", "poll"),
                latency);
    }
}
