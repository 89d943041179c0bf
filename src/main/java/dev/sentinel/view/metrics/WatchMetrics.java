package dev.sentinel.view.metrics;

import static dev.sentinel.view.metrics.About.counter;
import static dev.sentinel.view.metrics.About.gauge;
import static dev.sentinel.view.metrics.About.histogram;
import static dev.sentinel.view.metrics.About.summary;

import dev.sentinel.model.Detection;
import dev.sentinel.model.Detector;
import dev.sentinel.model.Histogram;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How well Sentinel looks, and how soon it notices.
final class WatchMetrics {

    private WatchMetrics() {}

    static final Topic TOPIC =
            new Topic(
                    "How well it is watched",
                    "",
                    List.of(
                            counter("sentinel_samples", "Looks at the memory of the tree.")
                                    .each(seen -> seen.target().tally().samples()),
                            counter("sentinel_sample_errors", "Looks that could not be taken.")
                                    .each(seen -> seen.target().tally().sampleErrors()),
                            gauge("sentinel_sample_interval_seconds", "Time between two looks.")
                                    .each(seen -> Point.seconds(seen.target().interval())),
                            gauge(
                                            "sentinel_last_sample_timestamp_seconds",
                                            "When the tree was last looked at.")
                                    .absent("while nothing runs")
                                    .eachKnown(WatchMetrics::lastLook),
                            histogram(
                                            "sentinel_detection_latency_seconds",
                                            "From the last look within the limit to the decision that it is exceeded.")
                                    .metric(
                                            List.of(
                                                    Label.of(
                                                            "detector",
                                                            List.of(Detector.POLL.word()))),
                                            WatchMetrics::detection),
                            histogram(
                                            "sentinel_tick_lateness_seconds",
                                            "How long after its time a round over all targets began.")
                                    .metric(
                                            List.of(),
                                            scrape ->
                                                    Point.of(
                                                            List.of(),
                                                            scrape.snapshot().pace().lateness())),
                            summary(
                                            "sentinel_sample_duration_seconds",
                                            "What looks at the memory of a tree take.")
                                    .metric(
                                            List.of(),
                                            scrape ->
                                                    Point.of(
                                                            List.of(),
                                                            scrape.snapshot().pace().looks(),
                                                            scrape.snapshot().pace().looking()))));

    private static Optional<Double> lastLook(Seen seen) {
        var now = seen.snapshot().at();
        return seen.target()
                .memory()
                .reading()
                .map(reading -> now.sinceStart().minus(reading.at()))
                .map(age -> now.wall().minus(age).toEpochMilli() / 1e3);
    }

    /// All targets together: the detector is the same.
    private static Stream<Point> detection(Scrape scrape) {
        Histogram latency = Detection.NONE.latency();
        for (Seen seen : scrape.targets()) {
            latency = latency.plus(seen.target().memory().detection().latency());
        }
        return Point.of(List.of(Detector.POLL.word()), latency);
    }
}
