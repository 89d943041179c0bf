package dev.sentinel.supervise;

import dev.sentinel.contain.Enclosure;
import dev.sentinel.model.Act;
import dev.sentinel.model.ChildState;
import dev.sentinel.model.Command;
import dev.sentinel.model.Event;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Moment;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.Survivor;
import dev.sentinel.model.Tally;
import dev.sentinel.model.Target;
import dev.sentinel.model.TargetStatus;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/// One target under guard: its state and all that is known about it. Touched by the loop's thread
/// alone; it never waits.
final class Guarded {

    private final Target target;
    private final Starter starter;
    private final Members members;
    private final Tree tree;
    private final Relay relay;
    private final BiConsumer<Moment, Event.Happening> onlookers;
    private final Lifecycle lifecycle;
    private final Lookout lookout;
    private ChildState state = new ChildState.Down();
    private @Nullable Future<Started> starting;
    private @Nullable Child child;
    private Tally tally = Tally.NOTHING;
    private Optional<ExitStatus> lastExit = Optional.empty();
    private Optional<Moment> start = Optional.empty();
    private @Nullable TargetStatus status;

    Guarded(
            Target target,
            Starter starter,
            Members members,
            Tree tree,
            Relay relay,
            Lookout lookout,
            BiConsumer<Moment, Event.Happening> onlookers) {
        this.target = target;
        this.starter = starter;
        this.members = members;
        this.tree = tree;
        this.relay = relay;
        this.onlookers = onlookers;
        this.lifecycle = new Lifecycle(target.stop());
        this.lookout = lookout;
    }

    void begin(Moment now) {
        happen(new Occurrence.Begin(), now);
    }

    void obey(Command command, Moment now) {
        switch (command) {
            case Command.Stop(_, var cause) -> happen(new Occurrence.StopAsked(cause), now);
            case Command.Kill(_, var cause) -> happen(new Occurrence.KillAsked(cause), now);
            case Command.Forward(_, var received) -> relay.forward(received);
        }
    }

    /// Notices, looks, judges and acts.
    void tick(Moment now) {
        noticeStart(now);
        noticeExit(now);
        noticeBreach(now);
        boolean due = lookout.times().due(now.sinceStart());
        if (due && state.running().isPresent() && lastExit.isPresent() && members.areGone()) {
            happen(new Occurrence.TreeEmpty(), now);
        }
        if (due && state.running().isPresent()) {
            look(now);
        }
        // Nothing but an occurrence changes a target that is up.
        if (!(state instanceof ChildState.Up)) {
            happen(new Occurrence.Tick(survivorsDue(now)), now);
        }
    }

    /// Looked for only when the state has a use for them.
    private List<Survivor> survivorsDue(Moment now) {
        return lookout.times().survivorsDue(state, now.sinceStart())
                ? tree.survivorsOf(now.sinceStart().minus(Lifecycle.KILL_PATIENCE))
                : List.of();
    }

    /// When the next tick is due, if nobody wakes the loop before.
    Duration nextWake(Duration now) {
        return lookout.nextWake(state, now);
    }

    private void noticeStart(Moment now) {
        Future<Started> outcome = starting;
        if (outcome == null || !outcome.isDone()) {
            return;
        }
        starting = null;
        switch (outcome.resultNow()) {
            case Started.Failed(var failure) -> happen(new Occurrence.StartFailed(failure), now);
            case Started.Running(var started) -> {
                child = started;
                start = Optional.of(new Moment(now.sinceStart(), started.startedAt()));
                lookout.times().started(now.sinceStart());
                members.plant(started);
                happen(new Occurrence.Started(started.id()), now);
                relay.begin();
            }
        }
    }

    private void noticeExit(Moment now) {
        if (child == null || lastExit.isPresent()) {
            return;
        }
        lastExit = child.exit();
        lastExit.ifPresent(exit -> {
            members.loseRoot();
            tally = tally.plus(exit);
            happen(new Occurrence.Exited(exit, members.areGone()), now);
        });
    }

    private void look(Moment now) {
        switch (lookout.look(state, now.sinceStart())) {
            case READ -> {
                tally = tally.plusSample();
                lookout.warning()
                        .ifPresent(over ->
                                onlookers.accept(now, new Event.SoftLimit(over, target.limit())));
                noticeBreach(now);
            }
            case UNREADABLE -> tally = tally.plusSampleError();
            case NOBODY_THERE -> {}
        }
        if (lookout.hasNews()) {
            status = null;
        }
    }

    /// The answer to a question about it may be there.
    private void noticeBreach(Moment now) {
        if (lookout.notice(now.sinceStart())) {
            status = null;
        }
        if (lookout.breach().isPresent() && state instanceof ChildState.Up) {
            happen(
                    new Occurrence.StopAsked(new StopCause.MemoryLimit(lookout.breach().get())),
                    now);
        }
    }

    private void happen(Occurrence occurrence, Moment now) {
        Step step = lifecycle.step(state, occurrence, now.sinceStart());
        if (step.changes(state)) {
            status = null;
        }
        enter(step.next(), now.sinceStart());
        step.acts().forEach(act -> carryOut(act, now.sinceStart()));
        step.happenings().forEach(what -> onlookers.accept(now, what));
        if (state instanceof ChildState.Gone) {
            lookout.nobodyLeft();
            if (child != null) {
                child.release();
            }
        }
    }

    private void enter(ChildState next, Duration now) {
        ChildState last = state;
        state = next;
        lookout.times().changed(last, next, now);
        if (last.beingEnded().isEmpty()) {
            next.beingEnded().ifPresent(cause -> tally = tally.plus(cause));
        }
    }

    private void carryOut(Act act, Duration now) {
        switch (act) {
            case Act.Start() -> starting = starter.start(target);
            case Act.Ask(var signal) ->
                    tally = tally.plus(signal, tree.ask(signal, target.limit().measure().scope()));
            case Act.AskOtherGroups(var signal) ->
                    tally = tally.plus(signal, relay.askOtherGroups(signal));
            case Act.Kill() -> tally = tally.plus(Signal.KILL, tree.killNewcomers(now));
        }
    }

    String name() {
        return target.name();
    }

    Set<ProcessId> members() {
        return members.known();
    }

    boolean gone() {
        return state instanceof ChildState.Gone;
    }

    /// Waits for output still on its way, once everything has ended.
    void awaitOutput(Duration atMost) throws InterruptedException {
        if (child != null) {
            child.awaitOutput(atMost);
            status = null;
        }
    }

    /// Whether the status is another than it was when somebody asked for it.
    boolean hasNews() {
        return status == null;
    }

    /// The same as the last time when nothing has changed, which with many targets is the case for
    /// most of them at most ticks.
    TargetStatus status() {
        if (status == null) {
            status = newStatus();
        }
        return status;
    }

    private TargetStatus newStatus() {
        return new TargetStatus(
                target,
                state,
                lookout.status(),
                lookout.times().interval(),
                tally,
                start,
                lastExit,
                members.enclosure().map(Enclosure::describe),
                child == null ? List.of() : child.lastLines());
    }
}
