package dev.sentinel.supervise;

import dev.sentinel.model.Act;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.ChildState;
import dev.sentinel.model.Command;
import dev.sentinel.model.CommandExit;
import dev.sentinel.model.Event;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Moment;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Received;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.Tally;
import dev.sentinel.model.Target;
import dev.sentinel.model.TargetStatus;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// One target under guard: its state and all that is known about it, over all its lives. Touched by
/// the loop's thread alone; it never waits.
final class Guarded {

    /// Where lives come from.
    interface Lives {
        /// One that has not begun.
        ///
        /// @param before the lookout of the one before it; empty for the first
        Life next(Target target, Optional<Lookout> before);
    }

    private final Starter starter;
    private final Lives lives;
    private final BiConsumer<Moment, Event.Happening> onlookers;
    private final Lifecycle lifecycle;
    private Target target;
    private Life life;
    private ChildState state = new ChildState.Down();
    private Tally tally = Tally.NOTHING;
    private Optional<CommandExit> lastExit = Optional.empty();
    private Optional<Moment> start = Optional.empty();
    private @Nullable TargetStatus status;

    Guarded(
            Target target,
            Starter starter,
            Lives lives,
            BiConsumer<Moment, Event.Happening> onlookers) {
        this.target = target;
        this.starter = starter;
        this.lives = lives;
        this.onlookers = onlookers;
        this.lifecycle = new Lifecycle(target.stop());
        this.life = lives.next(target, Optional.empty());
    }

    void begin(Moment now) {
        happen(new Occurrence.Begin(), now);
    }

    void obey(Command command, Moment now) {
        switch (command) {
            case Command.Stop(_, var cause) -> happen(new Occurrence.StopAsked(cause), now);
            case Command.Kill(_, var cause) -> happen(new Occurrence.KillAsked(cause), now);
            case Command.Restart(_, var by) ->
                    happen(new Occurrence.RestartAsked(new StopCause.Restart(by)), now);
            case Command.Forward(_, var received) -> life.relay().forward(received);
            case Command.Send(_, var signal, _) ->
                    tell(
                            new Event.Signalled(
                                    signal, life.relay().forward(Received.alone(signal))),
                            now);
            case Command.SetLimit(_, var memory, _) -> limit(memory, now);
        }
    }

    private void limit(ByteSize memory, Moment now) {
        Limit before = target.limit();
        target = target.limitedTo(before.of(memory));
        life.lookout().limit(target.limit(), now.sinceStart());
        tell(new Event.LimitChanged(before, target.limit()), now);
    }

    private void tell(Event.Happening what, Moment now) {
        status = null;
        tally = tally.plus(what);
        onlookers.accept(now, what);
    }

    /// Notices, looks, judges and acts.
    void tick(Moment now) {
        noticeStart(now);
        life.noticeExit().ifPresent(exit -> exited(exit, now));
        noticeBreach(now);
        boolean due = life.lookout().times().due(now.sinceStart());
        if (due && state.running().isPresent() && life.isOver()) {
            happen(new Occurrence.TreeEmpty(), now);
        }
        if (due && state.running().isPresent()) {
            look(now);
        }
        // Nothing but an occurrence changes a target that is up.
        if (!(state instanceof ChildState.Up)) {
            happen(new Occurrence.Tick(life.survivorsDue(state, now.sinceStart())), now);
        }
    }

    /// When the next tick is due, if nobody wakes the loop before.
    Duration nextWake(Duration now) {
        return life.lookout().nextWake(state, now);
    }

    private void noticeStart(Moment now) {
        switch (life.noticeStart(now.sinceStart())) {
            case null -> {}
            case Started.Failed(var failure) -> happen(new Occurrence.StartFailed(failure), now);
            case Started.Running(var child) -> {
                start = Optional.of(new Moment(now.sinceStart(), child.startedAt()));
                tally = tally.plusStart();
                happen(new Occurrence.Started(child.id()), now);
                life.relay().begin();
            }
        }
    }

    private void exited(ExitStatus exit, Moment now) {
        lastExit = Optional.of(new CommandExit(exit, now));
        life.members().loseRoot();
        tally = tally.plus(exit);
        happen(new Occurrence.Exited(exit, life.members().areGone()), now);
    }

    private void look(Moment now) {
        Lookout lookout = life.lookout();
        switch (lookout.look(state, now.sinceStart())) {
            case READ -> {
                tally = tally.plusSample();
                lookout.warning()
                        .ifPresent(over -> tell(new Event.SoftLimit(over, target.limit()), now));
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
        if (life.lookout().notice(now.sinceStart())) {
            status = null;
        }
        var breach = life.lookout().breach();
        if (breach.isPresent() && state instanceof ChildState.Up) {
            happen(new Occurrence.StopAsked(new StopCause.MemoryLimit(breach.get())), now);
        }
    }

    private void happen(Occurrence occurrence, Moment now) {
        Step step = lifecycle.step(state, occurrence, now.sinceStart());
        if (step.changes(state)) {
            status = null;
        }
        enter(step.next(), now.sinceStart());
        step.acts().forEach(act -> carryOut(act, now.sinceStart()));
        step.happenings().forEach(what -> tell(what, now));
    }

    private void enter(ChildState next, Duration now) {
        ChildState last = state;
        state = next;
        life.lookout().times().changed(last, next, now);
        if (last.beingEnded().isEmpty()) {
            next.beingEnded().ifPresent(cause -> tally = tally.plus(cause));
        }
        if (last.running().isPresent() && next.running().isEmpty()) {
            life.end(now);
        }
    }

    private void carryOut(Act act, Duration now) {
        var scope = target.limit().measure().scope();
        switch (act) {
            case Act.Start() -> start();
            case Act.Ask(var signal) -> tally = tally.plus(signal, life.tree().ask(signal, scope));
            case Act.AskOtherGroups(var signal) ->
                    tally = tally.plus(signal, life.relay().askOtherGroups(signal));
            case Act.Kill() -> tally = tally.plus(Signal.KILL, life.tree().killNewcomers(now));
        }
    }

    private void start() {
        if (tally.starts() > 0) {
            life = lives.next(target, Optional.of(life.lookout()));
        }
        life.begin(starter, target);
    }

    String name() {
        return target.name();
    }

    Set<ProcessId> members() {
        return life.members().known();
    }

    boolean gone() {
        return state instanceof ChildState.Gone;
    }

    /// Waits for output still on its way, once everything has ended.
    void awaitOutput(Duration atMost) throws InterruptedException {
        life.awaitOutput(atMost);
        status = null;
    }

    boolean hasNews() {
        return status == null || !status.members().equals(members());
    }

    /// The same as the last time when nothing has changed: with many targets that is the rule.
    TargetStatus status() {
        if (hasNews() || status == null) {
            status =
                    new TargetStatus(
                            target,
                            state,
                            life.lookout().status(),
                            members(),
                            life.lookout().times().interval(),
                            tally,
                            start,
                            lastExit,
                            life.heldBy(),
                            life.log());
        }
        return status;
    }
}
