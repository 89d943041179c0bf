package dev.sentinel.view.metrics;

import static dev.sentinel.view.metrics.About.gauge;

import dev.sentinel.model.Detection;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.Trend;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What targets use, what they may use, and where they are heading.
final class MemoryMetrics {

    private MemoryMetrics() {}

    static final Topic TOPIC =
            new Topic(
                    "Memory",
                    "",
                    List.of(
                            gauge(
                                            "sentinel_memory_usage_bytes",
                                            "What is compared with the limit; sentinel_target_info tells its measure and scope.")
                                    .each(seen -> seen.target().used().bytes()),
                            gauge(
                                            "sentinel_memory_peak_bytes",
                                            "The highest usage since the start.")
                                    .each(seen -> seen.target().memory().peak().bytes()),
                            gauge(
                                            "sentinel_memory_resident_bytes",
                                            "Resident set size of what is measured.")
                                    .each(seen -> seen.target().resident().bytes()),
                            gauge(
                                            "sentinel_memory_proportional_bytes",
                                            "Proportional set size of what is measured.")
                                    .absent("unless that is compared with the limit (--metric pss)")
                                    .eachKnown(seen ->
                                            read(
                                                    seen,
                                                    Measure.Metric.PSS,
                                                    found -> found.used().bytes())),
                            gauge(
                                            "sentinel_memory_swap_bytes",
                                            "Memory in swap of what is measured.")
                                    .absent("unless it counts (--metric rss+swap)")
                                    .eachKnown(seen ->
                                            read(
                                                    seen,
                                                    Measure.Metric.RSS_SWAP,
                                                    MemoryMetrics::swapped)),
                            gauge("sentinel_memory_limit_bytes", "The limit in force.")
                                    .absent("without a limit")
                                    .eachKnown(seen ->
                                            limit(seen)
                                                    .filter(limit -> !limit.isNone())
                                                    .map(limit -> limit.memory().bytes())),
                            gauge(
                                            "sentinel_memory_soft_limit_bytes",
                                            "From where on there is a warning.")
                                    .absent("without a soft limit")
                                    .eachKnown(seen ->
                                            limit(seen)
                                                    .filter(limit -> !limit.neverWarns())
                                                    .map(limit -> limit.soft().bytes())),
                            gauge(
                                            "sentinel_memory_growth_bytes_per_second",
                                            "Growth consistent with a leak; zero when there is none.")
                                    .absent("until enough has been seen to tell")
                                    .eachKnown(seen -> growth(seen.target().memory().trend())),
                            gauge(
                                            "sentinel_memory_time_to_limit_seconds",
                                            "Until the limit is reached if that growth goes on; +Inf without growth.")
                                    .absent("likewise, and without a limit")
                                    .eachKnown(seen -> timeToLimit(seen.target())),
                            gauge(
                                            "sentinel_limit_overshoot_bytes",
                                            "Usage over the limit when the last breach was decided.")
                                    .absent("before the first breach")
                                    .eachKnown(seen ->
                                            overshoot(seen).map(over -> over.decided().bytes())),
                            gauge(
                                            "sentinel_limit_overshoot_peak_bytes",
                                            "The most over the limit that was seen from then to the end of the tree.")
                                    .absent("before the first breach")
                                    .eachKnown(seen ->
                                            overshoot(seen).map(over -> over.atMost().bytes()))));

    /// What is read for that measure only.
    private static Optional<Long> read(
            Seen seen, Measure.Metric metric, Function<MemoryReading, Long> part) {
        return seen.target().target().limit().measure().metric() == metric
                ? seen.target().memory().reading().map(part)
                : Optional.empty();
    }

    private static long swapped(MemoryReading reading) {
        return reading.used().bytes() - reading.resident().bytes();
    }

    private static Optional<Limit> limit(Seen seen) {
        return Optional.of(seen.target().target().limit());
    }

    private static Optional<Detection.Overshoot> overshoot(Seen seen) {
        return seen.target().memory().detection().overshoot();
    }

    private static Optional<Double> growth(Trend trend) {
        return switch (trend) {
            case Trend.TooEarly _ -> Optional.empty();
            case Trend.NotGrowing _ -> Optional.of(0.0);
            case Trend.Growing growing -> Optional.of(growing.bytesPerSecond());
        };
    }

    /// Never, unless it grows; unknown without a limit.
    private static Optional<Double> timeToLimit(TargetStatus target) {
        if (target.target().limit().isNone()) {
            return Optional.empty();
        }
        return switch (target.memory().trend()) {
            case Trend.TooEarly _ -> Optional.empty();
            case Trend.NotGrowing _ -> Optional.of(Double.POSITIVE_INFINITY);
            case Trend.Growing growing ->
                    Optional.of(
                            growing.timeToLimit()
                                    .map(left -> left.toMillis() / 1e3)
                                    .orElse(Double.POSITIVE_INFINITY));
        };
    }
}
