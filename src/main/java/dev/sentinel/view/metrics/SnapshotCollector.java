package dev.sentinel.view.metrics;

import dev.sentinel.model.Build;
import dev.sentinel.model.Pace;
import dev.sentinel.model.SelfStatus;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Tally;
import dev.sentinel.model.TargetStatus;

import io.prometheus.client.Collector;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Maps the latest snapshot to samples at scrape time. No gauge is ever set from the loop, and all
/// series of a scrape tell of the same tick.
final class SnapshotCollector extends Collector {

    private final Supplier<Snapshot> latest;
    private final Build build;

    SnapshotCollector(Supplier<Snapshot> latest, Build build) {
        this.latest = latest;
        this.build = build;
    }

    @Override
    public List<MetricFamilySamples> collect() {
        Snapshot snapshot = latest.get();
        Families families = new Families();
        Labels versions =
                Labels.of("version", build.version())
                        .and("revision", build.revision())
                        .and("java_version", build.java());
        families.info("sentinel_build", "Which Sentinel this is.", versions);
        snapshot.targets().stream().findFirst().ifPresent(first -> seedGauges(families, first));
        for (TargetStatus target : snapshot.targets()) {
            Labels name = Labels.of("name", target.name());
            life(families, name, target);
            MemoryFamilies.add(families, name, target);
            actions(families, name, target);
            sampling(families, name, target, snapshot);
        }
        MemoryFamilies.addDetection(families, snapshot.targets());
        pace(families, snapshot.pace());
        snapshot.self().ifPresent(self -> self(families, self));
        return families.list();
    }

    /// The two names of the first Sentinel; they know of one target only.
    private static void seedGauges(Families families, TargetStatus first) {
        families.gauge(
                "sentinel_memory_usage_mb",
                "Memory of the first target in MiB; see sentinel_memory_usage_bytes.",
                Labels.NONE,
                first.used().bytes() / (double) (1 << 20));
        families.gauge(
                "sentinel_process_running",
                "Whether the first target runs; see sentinel_target_up.",
                Labels.NONE,
                first.alive() ? 1 : 0);
    }

    private static void life(Families families, Labels name, TargetStatus target) {
        families.gauge(
                "sentinel_target_up", "Whether the target runs.", name, target.alive() ? 1 : 0);
        target.start()
                .ifPresent(start ->
                        families.gauge(
                                "sentinel_target_start_time_seconds",
                                "When the target was started.",
                                name,
                                start.wall().toEpochMilli() / 1e3));
        families.counters(
                "sentinel_target_exits",
                "Exits of the target's command, by outcome.",
                name,
                "outcome",
                target.tally().exits().asMap(),
                SnapshotCollector::lowerCase);
        target.lastExit()
                .ifPresent(exit ->
                        families.gauge(
                                "sentinel_target_last_exit_code",
                                "Exit code of the command, 128+N for signal N.",
                                name,
                                exit.shellCode()));
    }

    private static void actions(Families families, Labels name, TargetStatus target) {
        Tally tally = target.tally();
        families.counters(
                "sentinel_terminations",
                "Decisions to end the tree, by reason.",
                name,
                "reason",
                tally.terminations().asMap(),
                SnapshotCollector::lowerCase);
        families.counters(
                "sentinel_signals_sent",
                "Signals that reached a process of the tree.",
                name,
                "signal",
                tally.signals().asMap(),
                sent -> sent == Tally.Sent.OTHER ? "other" : sent.name());
        families.gauge(
                "sentinel_kill_survivors",
                "Processes of the tree that live two seconds after SIGKILL, or longer.",
                name,
                target.killSurvivors());
    }

    private static void sampling(
            Families families, Labels name, TargetStatus target, Snapshot snapshot) {
        families.counter(
                "sentinel_samples",
                "Looks at the memory of the tree.",
                name,
                target.tally().samples());
        families.counter(
                "sentinel_sample_errors",
                "Looks that could not be taken.",
                name,
                target.tally().sampleErrors());
        families.gauge(
                "sentinel_sample_interval_seconds",
                "Time between two looks.",
                name,
                target.interval().toNanos() / 1e9);
        target.memory()
                .reading()
                .map(reading -> snapshot.at().sinceStart().minus(reading.at()))
                .ifPresent(age ->
                        families.gauge(
                                "sentinel_last_sample_timestamp_seconds",
                                "When the tree was last looked at.",
                                name,
                                snapshot.at().wall().minus(age).toEpochMilli() / 1e3));
    }

    private static void pace(Families families, Pace pace) {
        families.histogram(
                "sentinel_tick_lateness_seconds",
                "How long after its time a round over all targets began.",
                Labels.NONE,
                pace.lateness());
        families.summary(
                "sentinel_sample_duration_seconds",
                "What looks at the memory of a tree take.",
                Labels.NONE,
                pace.looks(),
                pace.looking());
    }

    private static void self(Families families, SelfStatus self) {
        families.counter(
                "process_cpu_seconds",
                "User and system time of Sentinel itself.",
                Labels.NONE,
                self.cpu().toMillis() / 1e3);
        families.gauge(
                "process_start_time_seconds",
                "When Sentinel was started.",
                Labels.NONE,
                self.startedAt().toEpochMilli() / 1e3);
        families.gauge(
                "process_open_fds", "Open descriptors of Sentinel.", Labels.NONE, self.openFiles());
        families.gauge(
                "process_max_fds",
                "How many descriptors Sentinel may open.",
                Labels.NONE,
                self.maxOpenFiles());
        families.gauge(
                "process_virtual_memory_bytes",
                "Address space of Sentinel.",
                Labels.NONE,
                self.virtual().bytes());
        families.gauge(
                "process_resident_memory_bytes",
                "Resident set size of Sentinel.",
                Labels.NONE,
                self.resident().bytes());
    }

    private static String lowerCase(Enum<?> key) {
        return key.name().toLowerCase(Locale.ROOT);
    }
}
