package dev.sentinel.view.metrics;

import static dev.sentinel.view.metrics.About.counter;
import static dev.sentinel.view.metrics.About.gauge;

import dev.sentinel.model.Spent;
import dev.sentinel.model.TreeFacts;

import java.util.List;
import java.util.Map;

/// How large trees are, and what they cost beside memory.
final class TreeMetrics {

    private enum Mode {
        USER,
        SYSTEM
    }

    private enum Kind {
        MINOR,
        MAJOR
    }

    private TreeMetrics() {}

    static final Topic TOPIC =
            new Topic(
                    "The tree",
                    """
                    Threads, descriptors, processor time and faults are looked up while somebody scrapes or
                    has a screen open, once a second at most, and less often when that would take more than
                    a hundredth of a processor: with a thousand processes every five seconds. They are those
                    of at most 1000 processes in all. A process counts from its beginning on, whenever it is
                    first seen; what it used between its last look and its end is not counted, and one that
                    lives between two looks not at all. The counters never fall, also when processes end and
                    over restarts of the target.\
                    """,
                    List.of(
                            gauge("sentinel_tree_processes", "Processes in the tree.")
                                    .each(seen -> seen.target().processes()),
                            gauge("sentinel_tree_threads", "Threads of all processes in the tree.")
                                    .absent("while nobody could look")
                                    .eachKnown(seen -> seen.tree().map(TreeFacts::threads)),
                            gauge(
                                            "sentinel_tree_open_fds",
                                            "Open descriptors of all processes in the tree; those of other users may be hidden.")
                                    .absent("while nobody could look")
                                    .eachKnown(seen -> seen.tree().map(TreeFacts::openFiles)),
                            counter("sentinel_cpu_seconds", "Processor time of the tree, by mode.")
                                    .eachBy("mode", Mode.class, seen -> cpu(spent(seen))),
                            counter("sentinel_page_faults", "Page faults of the tree, by kind.")
                                    .eachBy("kind", Kind.class, seen -> faults(spent(seen)))));

    private static Spent spent(Seen seen) {
        return seen.tree().map(TreeFacts::spent).orElse(Spent.NOTHING);
    }

    private static Map<Mode, Double> cpu(Spent spent) {
        return Map.of(
                Mode.USER, Point.seconds(spent.user()), Mode.SYSTEM, Point.seconds(spent.system()));
    }

    private static Map<Kind, Long> faults(Spent spent) {
        return Map.of(Kind.MINOR, spent.minorFaults(), Kind.MAJOR, spent.majorFaults());
    }
}
