package dev.sentinel.model;

import java.util.List;
import java.util.Optional;

/// Everything known at one tick. Immutable; every outlet shows the same one.
///
/// @param targets always a list, also when there is one
/// @param events what has happened
/// @param pace how well the loop keeps its times
/// @param self what Sentinel costs; empty until first measured
/// @param machineMemory what the machine has
public record Snapshot(
        Moment at,
        List<TargetStatus> targets,
        EventLog events,
        Pace pace,
        Optional<SelfStatus> self,
        ByteSize machineMemory) {

    public Snapshot {
        targets = List.copyOf(targets);
    }

    public Optional<TargetStatus> target(String name) {
        return targets.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    /// Whether every start has been tried.
    public boolean allStarted() {
        for (TargetStatus target : targets) {
            if (target.starting()) {
                return false;
            }
        }
        return true;
    }

    /// Whether nothing is left to guard.
    public boolean allGone() {
        for (TargetStatus target : targets) {
            if (!target.gone()) {
                return false;
            }
        }
        return true;
    }
}
