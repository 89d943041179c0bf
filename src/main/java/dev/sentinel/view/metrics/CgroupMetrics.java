package dev.sentinel.view.metrics;

import static dev.sentinel.view.metrics.About.counter;
import static dev.sentinel.view.metrics.About.gauge;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.CgroupFacts;
import dev.sentinel.model.CgroupFacts.Incident;
import dev.sentinel.model.CgroupFacts.Size;
import dev.sentinel.model.CgroupFacts.Stalls;
import dev.sentinel.model.TreeFacts;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the kernel tells of the cgroups of targets.
final class CgroupMetrics {

    private CgroupMetrics() {}

    static final Topic TOPIC =
            new Topic(
                    "The cgroup of a target",
                    """
                    They are there while the target runs in a cgroup of its own (`sentinel doctor` tells
                    whether it can) and the kernel tells them: the pressure unless it is switched off
                    (psi=0), the rest where memory is accounted for, which is for the cgroup around
                    Sentinel's to decide. Each life of a target has a new cgroup, so a restart takes
                    the counters back to zero.\
                    """,
                    Stream.concat(pressure(), accounts()).toList());

    private static Stream<Metric> pressure() {
        return Stream.of(
                counter(
                                "sentinel_pressure_memory_waiting_seconds",
                                "Time in which a task of the cgroup waited for memory.")
                        .absent("without a cgroup that tells")
                        .eachKnown(seen -> stalled(seen, Stalls::waiting)),
                counter(
                                "sentinel_pressure_memory_stalled_seconds",
                                "Time in which all tasks of the cgroup waited for memory.")
                        .absent("without a cgroup that tells")
                        .eachKnown(seen -> stalled(seen, Stalls::stalled)));
    }

    private static Stream<Metric> accounts() {
        return Stream.concat(
                Arrays.stream(Size.values()).map(CgroupMetrics::size),
                Stream.of(
                        counter(
                                        "sentinel_cgroup_memory_events",
                                        "What memory.events of the cgroup counts, by its words.")
                                .absent("without accounting")
                                .eachBy(
                                        "event",
                                        Incident.class,
                                        seen -> cgroup(seen).incidents())));
    }

    private static Metric size(Size size) {
        return gauge("sentinel_cgroup_memory_%s_bytes".formatted(Label.word(size)), help(size))
                .absent(
                        switch (size) {
                            case CURRENT, ANON, FILE, PEAK, SWAP -> "without accounting";
                            case HIGH, MAX -> "without accounting, or such a limit";
                        })
                .eachKnown(seen ->
                        Optional.ofNullable(cgroup(seen).sizes().get(size)).map(ByteSize::bytes));
    }

    private static String help(Size size) {
        return switch (size) {
            case CURRENT -> "Memory charged to the cgroup.";
            case HIGH -> "From where on the cgroup is slowed down.";
            case MAX -> "What the cgroup may have.";
            case PEAK -> "The most that was ever charged to the cgroup.";
            case SWAP -> "Memory of the cgroup in swap.";
            case ANON -> "Anonymous memory of the cgroup.";
            case FILE -> "Cached files of the cgroup.";
        };
    }

    private static Optional<Double> stalled(Seen seen, Function<Stalls, Duration> which) {
        return cgroup(seen).stalls().map(which).map(Point::seconds);
    }

    private static CgroupFacts cgroup(Seen seen) {
        return seen.tree().map(TreeFacts::cgroup).orElse(CgroupFacts.NONE);
    }
}
