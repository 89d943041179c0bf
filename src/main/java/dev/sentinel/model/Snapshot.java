package dev.sentinel.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Everything known at one tick. Immutable; every outlet shows the same one.
///
/// @param targets always a list, also when there is one
/// @param events what has happened
/// @param pace how well the loop keeps its times
/// @param self what Sentinel costs; empty until first measured
/// @param machine what everything runs on
/// @param facts what single processes cost, of those that have been looked at; empty while nobody
///   wants to know, or older than the rest
public record Snapshot(
        Moment at,
        List<TargetStatus> targets,
        EventLog events,
        Pace pace,
        Optional<SelfStatus> self,
        Machine machine,
        Map<ProcessId, ProcessFacts> facts) {

    public Snapshot {
        targets = List.copyOf(targets);
        facts = Map.copyOf(facts);
    }

    /// What is known of the members of that target, by pid. Some may not have been looked at yet,
    /// or are too many.
    public List<ProcessFacts> tree(TargetStatus target) {
        return target.members().stream()
                .map(facts::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(process -> process.id().pid()))
                .toList();
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
