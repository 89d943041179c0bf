package dev.sentinel.scene;

import dev.sentinel.model.Build;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Machine;
import dev.sentinel.model.Moment;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.TargetStatus;

import java.util.List;
import java.util.Optional;

/// All that a full screen shows at one moment. Its texts are foreign: whoever draws them cleans
/// them.
///
/// @param at when it was seen
/// @param version of the Sentinel that is shown
/// @param own what Sentinel itself costs; empty until first measured
/// @param targets in the order in which they were declared
/// @param events the last ones, oldest first
public record Scene(
        Moment at,
        String version,
        Outlets outlets,
        Machine machine,
        Optional<Own> own,
        List<Watched> targets,
        List<Told> events) {

    /// So many events are shown at most.
    static final int EVENTS = 100;

    /// What Sentinel itself costs.
    ///
    /// @param load processors used, 1 for one of them all the time
    public record Own(ByteSize resident, double load) {}

    public Scene {
        targets = List.copyOf(targets);
        events = List.copyOf(events);
    }

    /// The scene of a snapshot.
    ///
    /// @param selected the target that is shown with its processes and output; the first one when
    ///   it is not there
    public static Scene of(Snapshot snapshot, Outlets outlets, Build build, String selected) {
        String whole =
                snapshot.target(selected)
                        .or(() -> snapshot.targets().stream().findFirst())
                        .map(TargetStatus::name)
                        .orElse("");
        return new Scene(
                snapshot.at(),
                build.version(),
                outlets,
                snapshot.machine(),
                snapshot.self().map(self -> new Own(self.resident(), self.load())),
                snapshot.targets().stream()
                        .map(target -> Watched.of(target, snapshot, target.name().equals(whole)))
                        .toList(),
                Told.last(snapshot.events(), EVENTS));
    }

    /// The target of that name.
    public Optional<Watched> target(String name) {
        return targets.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    /// Whether nothing is left to guard.
    public boolean allGone() {
        return targets.stream().allMatch(Watched::gone);
    }
}
