package dev.sentinel.view.socket;

import dev.sentinel.model.Snapshot;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.view.Printable;

import java.util.stream.Collectors;

/// Names of targets.
final class Targets {

    private Targets() {}

    /// The refusal of a name that nobody has.
    static Answer unknown(String name, Snapshot snapshot) {
        String names =
                snapshot.targets().stream()
                        .map(TargetStatus::name)
                        .collect(Collectors.joining(", "));
        return Answer.refused(
                "unknown-target",
                "no target is called '%s'; there are: %s".formatted(Printable.text(name), names));
    }
}
