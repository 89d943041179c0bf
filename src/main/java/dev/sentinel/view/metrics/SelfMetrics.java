package dev.sentinel.view.metrics;

import static dev.sentinel.view.metrics.About.counter;
import static dev.sentinel.view.metrics.About.gauge;
import static dev.sentinel.view.metrics.About.info;

import dev.sentinel.model.Build;
import dev.sentinel.model.SelfStatus;
import dev.sentinel.view.Printable;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Sentinel itself.
final class SelfMetrics {

    private SelfMetrics() {}

    /// @param commands that can be asked for at the socket
    static Topic topic(Collection<String> commands) {
        return new Topic(
                "Sentinel itself",
                "",
                List.of(
                        info("sentinel_build", "Which Sentinel this is.")
                                .metric(
                                        Stream.of("version", "revision", "java_version")
                                                .map(Label::free)
                                                .toList(),
                                        scrape -> build(scrape.build())),
                        counter(
                                        "sentinel_ipc_commands",
                                        "Requests at the socket, by verb; other is whatever is none.")
                                .metric(
                                        List.of(Label.of("command", commands)),
                                        scrape ->
                                                scrape.commands().entrySet().stream()
                                                        .map(asked ->
                                                                Point.of(
                                                                        asked.getKey(),
                                                                        (double)
                                                                                asked.getValue()))),
                        own(
                                counter(
                                        "process_cpu_seconds",
                                        "User and system time of Sentinel itself."),
                                self -> Point.seconds(self.cpu())),
                        own(
                                gauge("process_start_time_seconds", "When Sentinel was started."),
                                self -> self.startedAt().toEpochMilli() / 1e3),
                        own(
                                gauge("process_open_fds", "Open descriptors of Sentinel."),
                                SelfStatus::openFiles),
                        own(
                                gauge("process_max_fds", "How many descriptors Sentinel may open."),
                                SelfStatus::maxOpenFiles),
                        own(
                                gauge("process_virtual_memory_bytes", "Address space of Sentinel."),
                                self -> self.virtual().bytes()),
                        own(
                                gauge(
                                        "process_resident_memory_bytes",
                                        "Resident set size of Sentinel."),
                                self -> self.resident().bytes())));
    }

    private static Metric own(About about, Function<SelfStatus, Number> value) {
        return about.absent("while nobody could look")
                .onceKnown(scrape -> scrape.snapshot().self().map(value));
    }

    private static Stream<Point> build(Build build) {
        List<String> words =
                Stream.of(build.version(), build.revision(), build.java())
                        .map(Printable::text)
                        .toList();
        return Stream.of(new Point("", words, 1));
    }
}
