package dev.sentinel.view.metrics;

import static dev.sentinel.view.metrics.About.counter;
import static dev.sentinel.view.metrics.About.gauge;
import static dev.sentinel.view.metrics.About.histogram;
import static dev.sentinel.view.metrics.About.info;

import dev.sentinel.model.Detector;
import dev.sentinel.model.Measure;
import dev.sentinel.model.Tally;
import dev.sentinel.model.Target;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// How targets live and end.
final class LifeMetrics {

    private LifeMetrics() {}

    static final Topic TOPIC =
            new Topic(
                    "Life and end",
                    "Counters go on over restarts of the target.",
                    List.of(
                            info("sentinel_target", "How the target is guarded.")
                                    .each(guarding(), LifeMetrics::guarded),
                            gauge("sentinel_target_up", "Whether the target runs.")
                                    .each(seen -> seen.target().alive() ? 1 : 0),
                            gauge(
                                            "sentinel_target_start_time_seconds",
                                            "When the target was started.")
                                    .absent("before the first start")
                                    .eachKnown(seen ->
                                            seen.target()
                                                    .start()
                                                    .map(start ->
                                                            start.wall().toEpochMilli() / 1e3)),
                            counter(
                                            "sentinel_target_restarts",
                                            "Starts after the first, by reason.")
                                    .eachBy(
                                            "reason",
                                            Tally.Again.class,
                                            seen -> seen.target().tally().restarts().asMap()),
                            counter(
                                            "sentinel_target_exits",
                                            "Exits of the target's command, by outcome.")
                                    .eachBy(
                                            "outcome",
                                            Tally.Outcome.class,
                                            seen -> seen.target().tally().exits().asMap()),
                            gauge(
                                            "sentinel_target_last_exit_code",
                                            "Exit code of the command, 128+N for signal N.")
                                    .absent("before the first exit")
                                    .eachKnown(seen ->
                                            seen.target()
                                                    .lastExit()
                                                    .map(exit -> exit.status().shellCode())),
                            gauge(
                                            "sentinel_target_last_exit_timestamp_seconds",
                                            "When the command ended.")
                                    .absent("before the first exit")
                                    .eachKnown(seen ->
                                            seen.target()
                                                    .lastExit()
                                                    .map(exit ->
                                                            exit.at().wall().toEpochMilli() / 1e3)),
                            counter(
                                            "sentinel_terminations",
                                            "Decisions to end the tree, by reason.")
                                    .eachBy(
                                            "reason",
                                            Tally.Reason.class,
                                            seen -> seen.target().tally().terminations().asMap()),
                            histogram(
                                            "sentinel_termination_duration_seconds",
                                            "From such a decision until nothing of the tree is left.")
                                    .eachTimed(seen -> seen.target().tally().endings()),
                            counter(
                                            "sentinel_signals_sent",
                                            "Signals that reached a process of the tree.")
                                    .eachBy(
                                            "signal",
                                            Tally.Sent.class,
                                            seen -> seen.target().tally().signals().asMap()),
                            gauge(
                                            "sentinel_kill_survivors",
                                            "Processes of the tree that live two seconds after SIGKILL, or longer.")
                                    .each(seen -> seen.target().killSurvivors())));

    private static List<Label> guarding() {
        return List.of(
                Label.of("mode", List.of("spawn")),
                Label.of(
                        "measure",
                        Arrays.stream(Measure.Metric.values()).map(Measure.Metric::word).toList()),
                Label.of(
                        "scope",
                        Arrays.stream(Measure.Scope.values()).map(Measure.Scope::word).toList()),
                Label.of(
                        "detector", Arrays.stream(Detector.values()).map(Detector::word).toList()));
    }

    private static Stream<Point> guarded(Seen seen) {
        Target target = seen.target().target();
        Measure measure = target.limit().measure();
        List<String> words =
                List.of(
                        "spawn",
                        measure.metric().word(),
                        measure.scope().word(),
                        target.detector().word());
        return Stream.of(new Point("", words, 1));
    }
}
