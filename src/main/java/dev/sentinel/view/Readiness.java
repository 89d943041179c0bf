package dev.sentinel.view;

import dev.sentinel.model.Snapshot;
import dev.sentinel.model.TargetStatus;

import java.time.Duration;
import java.util.Optional;

/// Whether the guard does what it is there for: it has looked at every target, and goes on looking.
/// Pure.
public final class Readiness {

    /// The longest that `--interval auto` waits.
    private static final Duration CALM = Duration.ofSeconds(1);

    /// A loop that is late once is not stuck.
    private static final int PATIENCE = 3;

    private Readiness() {}

    /// Why not, in a sentence; empty when all is well.
    ///
    /// While something is guarded a snapshot is published at each look that comes a quarter of a
    /// second after the last one, so none is older than the longest of the targets' intervals,
    /// unless the loop does not get to run.
    ///
    /// @param now since Sentinel's start
    public static Optional<String> missing(Snapshot latest, Duration now) {
        for (TargetStatus target : latest.targets()) {
            if (!target.gone() && target.memory().history().points().isEmpty()) {
                return Optional.of(target.name() + " has not been looked at yet");
            }
        }
        Duration age = now.minus(latest.at().sinceStart());
        Duration longest = longestInterval(latest);
        if (age.compareTo(longest.multipliedBy(PATIENCE)) > 0) {
            return Optional.of(
                    "the last look was %d s ago, although one is due every %d s"
                            .formatted(age.toSeconds(), longest.toSeconds()));
        }
        return Optional.empty();
    }

    private static Duration longestInterval(Snapshot snapshot) {
        Duration longest = CALM;
        for (TargetStatus target : snapshot.targets()) {
            if (!target.gone() && target.interval().compareTo(longest) > 0) {
                longest = target.interval();
            }
        }
        return longest;
    }
}
