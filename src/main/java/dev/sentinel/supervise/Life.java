package dev.sentinel.supervise;

import dev.sentinel.contain.Enclosure;
import dev.sentinel.model.ChildState;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.LogReader;
import dev.sentinel.model.Survivor;
import dev.sentinel.model.Target;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/// One life of a target's command, from its start until nothing of its tree is left: its processes
/// and what is seen of them. A restart is the next one. Touched by the loop's thread alone; it
/// never waits.
final class Life {

    private final Members members;
    private final Tree tree;
    private final Relay relay;
    private final Lookout lookout;
    private @Nullable Future<Started> starting;
    private @Nullable Child child;
    private Optional<ExitStatus> exit = Optional.empty();

    Life(Members members, Tree tree, Relay relay, Lookout lookout) {
        this.members = members;
        this.tree = tree;
        this.relay = relay;
        this.lookout = lookout;
    }

    void begin(Starter starter, Target target) {
        starting = starter.start(target);
    }

    /// What became of the start, once; null while that is not known.
    @Nullable Started noticeStart(Duration now) {
        Future<Started> outcome = starting;
        if (outcome == null || !outcome.isDone()) {
            return null;
        }
        starting = null;
        Started started = outcome.resultNow();
        if (started instanceof Started.Running(var process)) {
            child = process;
            lookout.times().started(now);
            members.plant(process);
        }
        return started;
    }

    /// How the command has ended, once.
    Optional<ExitStatus> noticeExit() {
        if (child == null || exit.isPresent()) {
            return Optional.empty();
        }
        exit = child.exit();
        return exit;
    }

    /// Whether the command has ended and nobody else is left.
    boolean isOver() {
        return exit.isPresent() && members.areGone();
    }

    /// Who lives on after SIGKILL; looked for only when the state has a use for them.
    List<Survivor> survivorsDue(ChildState state, Duration now) {
        return lookout.times().survivorsDue(state, now)
                ? tree.survivorsOf(now.minus(Termination.KILL_PATIENCE))
                : List.of();
    }

    Members members() {
        return members;
    }

    Tree tree() {
        return tree;
    }

    Relay relay() {
        return relay;
    }

    Lookout lookout() {
        return lookout;
    }

    /// Nothing is left.
    void end(Duration now) {
        lookout.nobodyLeft(now);
        if (child != null) {
            child.release();
        }
    }

    /// Waits for output still on its way.
    void awaitOutput(Duration atMost) throws InterruptedException {
        if (child != null) {
            child.awaitOutput(atMost);
        }
    }

    /// All of its output that is kept.
    Optional<LogReader> log() {
        return Optional.ofNullable(child).flatMap(Child::log);
    }

    /// What holds the tree together, in a few words.
    Optional<String> heldBy() {
        return members.enclosure().map(Enclosure::describe);
    }
}
