package dev.sentinel.scene;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Moment;
import dev.sentinel.model.ProcessFacts;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.TimeText;
import dev.sentinel.view.Sentences;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One target.
///
/// @param state in a word, as [ChildState#word] has it
/// @param command as onlookers may see it
/// @param detector how a breach would be noticed, in a word
/// @param interval from the last look at its memory to the next
/// @param uptime zero when nothing runs
/// @param ending why it is being ended and what comes next, or how it has ended
/// @param heldBy what holds its processes together
/// @param cost empty until first measured
/// @param tree its processes, when they are shown
/// @param output the last lines of captured output, oldest first, as the command wrote them
public record Watched(
        String name,
        String state,
        Optional<Long> pid,
        String command,
        Use use,
        String detector,
        Duration interval,
        int processes,
        long restarts,
        Duration uptime,
        Optional<String> ending,
        Optional<String> heldBy,
        Optional<Cost> cost,
        List<ProcessFacts> tree,
        List<String> output) {

    private static final String GONE = "GONE";

    public Watched {
        tree = List.copyOf(tree);
        output = List.copyOf(output);
    }

    static Watched of(TargetStatus target, Snapshot snapshot, boolean selected) {
        return new Watched(
                target.name(),
                target.state().word(),
                target.state().running().map(ProcessId::pid),
                target.target().launch().shown(),
                use(target),
                target.target().detector().word(),
                target.interval(),
                target.processes(),
                Math.max(0, target.tally().starts() - 1),
                target.uptime(snapshot.at()),
                ending(target, snapshot.at()),
                target.heldBy(),
                Cost.of(target.members(), snapshot.facts().processes()),
                selected ? snapshot.tree(target) : List.of(),
                selected ? target.output() : List.of());
    }

    private static Use use(TargetStatus target) {
        Limit limit = target.target().limit();
        return new Use(
                target.used(),
                target.memory().peak(),
                limit.memory(),
                limit.soft(),
                limit.measure().metric().word() + ", " + limit.measure().scope().word(),
                target.memory().trend(),
                target.memory().history());
    }

    private static Optional<String> ending(TargetStatus target, Moment now) {
        return switch (target.state()) {
            case ChildState.Stopping stopping -> {
                Duration left = stopping.killAt().minus(now.sinceStart());
                yield because(
                        stopping.cause(), "SIGKILL in " + TimeText.seconds(notNegative(left)));
            }
            case ChildState.Killing killing -> because(killing.cause(), "SIGKILL sent");
            case ChildState.Unkillable unkillable ->
                    because(
                            unkillable.killing().cause(),
                            Sentences.surviving(unkillable.survivors()));
            case ChildState.Gone(var ended) -> Optional.of(Sentences.of(ended));
            case ChildState.Down _, ChildState.Starting _, ChildState.Up _ -> Optional.empty();
        };
    }

    private static Optional<String> because(StopCause cause, String next) {
        return Optional.of("%s; %s".formatted(cause.describe(), next));
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /// Whether nothing of it is left, and nothing comes after.
    public boolean gone() {
        return state.equals(GONE);
    }
}
