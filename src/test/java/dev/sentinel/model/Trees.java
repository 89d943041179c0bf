package dev.sentinel.model;

import java.util.Optional;
import java.util.Set;

/// Running targets of which nothing matters but their trees.
public final class Trees {

    private Trees() {}

    public static TargetStatus of(String name, ProcessId... members) {
        return held(name, Optional.empty(), Set.of(members));
    }

    /// Many, perhaps.
    ///
    /// @param heldBy what holds it together
    public static TargetStatus held(String name, Optional<String> heldBy, Set<ProcessId> members) {
        TargetStatus like = Snapshots.running();
        return new TargetStatus(
                Snapshots.target(name, Snapshots.LIMIT),
                like.state(),
                like.memory(),
                members,
                like.interval(),
                like.tally(),
                like.start(),
                like.lastExit(),
                heldBy,
                like.log());
    }
}
