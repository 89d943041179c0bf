package dev.sentinel.model;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Everything known at one tick. Immutable; every outlet shows the same one.
///
/// @param targets always a list, also when there is one
/// @param events what has happened
/// @param pace how well the loop keeps its times
/// @param self what Sentinel costs; empty until first measured
/// @param machine what everything runs on
/// @param facts what processes cost
public record Snapshot(
        Moment at,
        List<TargetStatus> targets,
        EventLog events,
        Pace pace,
        Optional<SelfStatus> self,
        Machine machine,
        Facts facts) {

    public Snapshot {
        targets = List.copyOf(targets);
    }

    /// The same with what has been found out by looks that are slow, and that the loop does
    /// without.
    public Snapshot with(Optional<SelfStatus> ownCost, Machine surroundings, Facts found) {
        return new Snapshot(at, targets, events, pace, ownCost, surroundings, found);
    }

    /// What is known of the members of that target, by pid. Some may not have been looked at yet,
    /// or are too many.
    public List<ProcessFacts> tree(TargetStatus target) {
        return target.members().stream()
                .map(facts.processes()::get)
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
