package dev.sentinel.supervise;

import dev.sentinel.model.Act;
import dev.sentinel.model.ChildState.Killing;
import dev.sentinel.model.ChildState.Starting;
import dev.sentinel.model.ChildState.Stopping;
import dev.sentinel.model.ChildState.Unkillable;
import dev.sentinel.model.Ending;
import dev.sentinel.model.Event;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.StopPlan;
import dev.sentinel.model.Survivor;
import dev.sentinel.supervise.Occurrence.Begin;
import dev.sentinel.supervise.Occurrence.Exited;
import dev.sentinel.supervise.Occurrence.KillAsked;
import dev.sentinel.supervise.Occurrence.RestartAsked;
import dev.sentinel.supervise.Occurrence.StartFailed;
import dev.sentinel.supervise.Occurrence.Started;
import dev.sentinel.supervise.Occurrence.StopAsked;
import dev.sentinel.supervise.Occurrence.Tick;
import dev.sentinel.supervise.Occurrence.TreeEmpty;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The part of a target's life in which it is ended: politely, firmly, and then there is nothing
/// left or there is. Pure.
///
/// A restart is an end after which the command is started again. A stop that comes meanwhile wins,
/// whoever came first: after a stop nothing runs.
///
/// @param plan how it is ended
record Termination(StopPlan plan) {

    /// What SIGKILL can end is gone in milliseconds, also when it has much memory to give back.
    static final Duration KILL_PATIENCE = Duration.ofSeconds(2);

    /// Who survived SIGKILL will most likely do so again: a try costs a look at all processes.
    static final Duration KILL_AGAIN = Duration.ofSeconds(1);

    /// Begins politely.
    ///
    /// @param exit how the command ended, if it has
    Step ask(ProcessId process, StopCause cause, Duration now, Optional<ExitStatus> exit) {
        return Step.to(
                        new Stopping(
                                process, cause, signal(cause), now, now.plus(plan.grace()), exit))
                .doing(politely(cause))
                .telling(asked(cause));
    }

    /// A breach is told on its own: it is a fact also where nothing would be done about it.
    private Event.Happening[] asked(StopCause cause) {
        var asked = new Event.Asked(cause, signal(cause), plan.grace());
        return cause instanceof StopCause.MemoryLimit(var verdict)
                ? new Event.Happening[] {new Event.Breach(verdict), asked}
                : new Event.Happening[] {asked};
    }

    /// Begins with the end.
    Step killAtOnce(ProcessId process, StopCause cause, Duration now) {
        var killing =
                new Killing(
                        process,
                        cause,
                        Optional.empty(),
                        now,
                        now.plus(KILL_PATIENCE),
                        Optional.empty());
        return Step.to(killing)
                .doing(new Act.Kill())
                .telling(
                        new Event.Asked(cause, Signal.KILL, Duration.ZERO),
                        new Event.Killed(Duration.ZERO));
    }

    Step stopping(Stopping stopping, Occurrence occurrence, Duration now) {
        return switch (occurrence) {
            case Exited(var exit, var alone) ->
                    alone
                            ? exited(exit, stopped(stopping, Optional.of(exit), now))
                            : Step.to(stopping.exited(exit)).telling(new Event.Exited(exit, false));
            case TreeEmpty() -> over(stopped(stopping, stopping.exit(), now));
            // Sentinel got one more signal; what two of them mean is for the command to say.
            case StopAsked(StopCause.Signalled again) ->
                    Step.to(heed(stopping, again)).doing(politely(again));
            case StopAsked(var cause) -> Step.to(heed(stopping, cause));
            case RestartAsked(var cause) -> Step.to(heed(stopping, cause));
            case KillAsked(var cause) -> kill(heed(stopping, cause), now);
            case Tick _ ->
                    now.compareTo(stopping.killAt()) >= 0 ? kill(stopping, now) : Step.to(stopping);
            case Begin _, Started _, StartFailed _ -> Step.to(stopping);
        };
    }

    Step killing(Killing killing, Occurrence occurrence, Duration now) {
        return switch (occurrence) {
            case Exited(var exit, var alone) ->
                    alone
                            ? exited(exit, killed(killing, Optional.of(exit), now))
                            : Step.to(killing.exited(exit)).telling(new Event.Exited(exit, false));
            case TreeEmpty() -> over(killed(killing, killing.exit(), now));
            case Tick(var survivors) -> stillKilling(killing, survivors, now);
            case StopAsked(var cause) -> Step.to(heed(killing, cause));
            case RestartAsked(var cause) -> Step.to(heed(killing, cause));
            case KillAsked(var cause) -> Step.to(heed(killing, cause));
            case Begin _, Started _, StartFailed _ -> Step.to(killing);
        };
    }

    private static Step stillKilling(Killing killing, List<Survivor> survivors, Duration now) {
        boolean hope = now.compareTo(killing.unkillableAt()) < 0 || survivors.isEmpty();
        // Children forked while the signal was on its way get theirs now.
        return hope
                ? Step.to(killing).doing(new Act.Kill())
                : Step.to(new Unkillable(killing, now.plus(KILL_AGAIN), survivors.size()))
                        .doing(new Act.Kill())
                        .telling(new Event.Survived(survivors));
    }

    Step unkillable(Unkillable unkillable, Occurrence occurrence, Duration now) {
        Killing killing = unkillable.killing();
        return switch (occurrence) {
            case Exited(var exit, var alone) ->
                    alone
                            ? exited(exit, killed(killing, Optional.of(exit), now))
                            : Step.to(unkillable.exited(exit))
                                    .telling(new Event.Exited(exit, false));
            case TreeEmpty() -> over(killed(killing, killing.exit(), now));
            case Tick(var survivors) ->
                    now.compareTo(unkillable.nextTry()) < 0
                            ? Step.to(unkillable)
                            : Step.to(
                                            new Unkillable(
                                                    killing,
                                                    now.plus(KILL_AGAIN),
                                                    survivors.size()))
                                    .doing(new Act.Kill());
            case StopAsked(var cause) -> Step.to(unkillable.tried(heed(killing, cause)));
            case RestartAsked(var cause) -> Step.to(unkillable.tried(heed(killing, cause)));
            case KillAsked(var cause) -> Step.to(unkillable.tried(heed(killing, cause)));
            case Begin _, Started _, StartFailed _ -> Step.to(unkillable);
        };
    }

    private static Stopping heed(Stopping stopping, StopCause wish) {
        return stopping.because(weigh(stopping.cause(), wish));
    }

    private static Killing heed(Killing killing, StopCause wish) {
        return killing.because(weigh(killing.cause(), wish));
    }

    /// What the tree is being ended for once somebody has wished for something else. Whoever was to
    /// be started again is not after a stop; a breach that is being acted on stays the reason,
    /// unless somebody wants to go on after it.
    private static StopCause weigh(StopCause cause, StopCause wish) {
        return switch (cause) {
            case StopCause.Restart _ -> wish;
            case StopCause.MemoryLimit _, StopCause.LeftBehind _ ->
                    wish instanceof StopCause.Restart ? wish : cause;
            case StopCause.Requested _, StopCause.Signalled _ -> cause;
        };
    }

    /// The signal that Sentinel got is the one that the tree gets.
    private Signal signal(StopCause cause) {
        return cause instanceof StopCause.Signalled(var received)
                ? received.signal()
                : plan.signal();
    }

    private Act politely(StopCause cause) {
        return cause instanceof StopCause.Signalled(var received) && received.byTerminal()
                ? new Act.AskOtherGroups(received.signal())
                : new Act.Ask(signal(cause));
    }

    private static Step kill(Stopping stopping, Duration now) {
        var killing =
                new Killing(
                        stopping.process(),
                        stopping.cause(),
                        Optional.of(stopping.asked()),
                        stopping.since(),
                        now.plus(KILL_PATIENCE),
                        stopping.exit());
        return Step.to(killing)
                .doing(new Act.Kill())
                .telling(new Event.Killed(now.minus(stopping.since())));
    }

    /// The command was the last of its tree.
    private static Step exited(ExitStatus exit, Ending.Stopped ending) {
        Step step = over(ending);
        return new Step(
                step.next(),
                step.acts(),
                List.of(new Event.Exited(exit, true), new Event.Ended(ending)));
    }

    private static Step over(Ending.Stopped ending) {
        return ending.cause() instanceof StopCause.Restart
                ? Step.to(new Starting(Optional.empty(), true))
                        .doing(new Act.Start())
                        .telling(new Event.Ended(ending))
                : Step.gone(ending);
    }

    private static Ending.Stopped stopped(
            Stopping stopping, Optional<ExitStatus> exit, Duration now) {
        Duration took = now.minus(stopping.since());
        return new Ending.Stopped(stopping.cause(), exit, List.of(stopping.asked()), took);
    }

    private static Ending.Stopped killed(Killing killing, Optional<ExitStatus> exit, Duration now) {
        Duration took = now.minus(killing.since());
        List<Signal> signals =
                Stream.concat(killing.asked().stream(), Stream.of(Signal.KILL)).toList();
        return new Ending.Stopped(killing.cause(), exit, signals, took);
    }
}
