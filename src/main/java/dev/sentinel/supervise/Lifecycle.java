package dev.sentinel.supervise;

import dev.sentinel.model.Act;
import dev.sentinel.model.ChildState;
import dev.sentinel.model.ChildState.Down;
import dev.sentinel.model.ChildState.Gone;
import dev.sentinel.model.ChildState.Killing;
import dev.sentinel.model.ChildState.Starting;
import dev.sentinel.model.ChildState.Stopping;
import dev.sentinel.model.ChildState.Unkillable;
import dev.sentinel.model.ChildState.Up;
import dev.sentinel.model.Ending;
import dev.sentinel.model.Event;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Received;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.StopPlan;
import dev.sentinel.model.Survivor;
import dev.sentinel.supervise.Occurrence.Begin;
import dev.sentinel.supervise.Occurrence.Exited;
import dev.sentinel.supervise.Occurrence.KillAsked;
import dev.sentinel.supervise.Occurrence.StartFailed;
import dev.sentinel.supervise.Occurrence.Started;
import dev.sentinel.supervise.Occurrence.StopAsked;
import dev.sentinel.supervise.Occurrence.Tick;
import dev.sentinel.supervise.Occurrence.TreeEmpty;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The life of a target as one table: state × occurrence → step. Pure; the diagram is at
/// [ChildState].
///
/// @param plan how it is ended
record Lifecycle(StopPlan plan) {

    /// What SIGKILL can end is gone in milliseconds, also when it has much memory to give back.
    static final Duration KILL_PATIENCE = Duration.ofSeconds(2);

    /// Who survived SIGKILL will most likely do so again: a try costs a look at all processes.
    static final Duration KILL_AGAIN = Duration.ofSeconds(1);

    /// @param now monotonic, since Sentinel's start
    Step step(ChildState state, Occurrence occurrence, Duration now) {
        return switch (state) {
            case Down down -> down(down, occurrence);
            case Starting starting -> starting(starting, occurrence, now);
            case Up up -> up(up, occurrence, now);
            case Stopping stopping -> stopping(stopping, occurrence, now);
            case Killing killing -> killing(killing, occurrence, now);
            case Unkillable unkillable -> unkillable(unkillable, occurrence, now);
            case Gone gone -> Step.to(gone);
        };
    }

    private static Step down(Down down, Occurrence occurrence) {
        return switch (occurrence) {
            case Begin() -> Step.to(new Starting(Optional.empty())).doing(new Act.Start());
            case Started _,
                    StartFailed _,
                    Exited _,
                    TreeEmpty _,
                    StopAsked _,
                    KillAsked _,
                    Tick _ ->
                    Step.to(down);
        };
    }

    private Step starting(Starting starting, Occurrence occurrence, Duration now) {
        return switch (occurrence) {
            case Started(var process) -> {
                Step up = Step.to(new Up(process, now));
                yield starting.stopAsked()
                        // A terminal cannot have told somebody who was not there yet.
                        .map(Lifecycle::unheard)
                        .map(cause -> ask(process, cause, now, Optional.empty()))
                        .orElse(up.telling(new Event.Started(process)));
            }
            case StartFailed(var failure) -> gone(new Ending.NeverStarted(failure));
            // There is nobody to signal yet; the wish waits for the process.
            case StopAsked(var cause) -> Step.to(new Starting(Optional.of(cause)));
            case KillAsked(var cause) -> Step.to(new Starting(Optional.of(cause)));
            case Begin _, Exited _, TreeEmpty _, Tick _ -> Step.to(starting);
        };
    }

    private Step up(Up up, Occurrence occurrence, Duration now) {
        return switch (occurrence) {
            case StopAsked(var cause) -> ask(up.process(), cause, now, Optional.empty());
            case KillAsked(var cause) -> {
                var killing =
                        new Killing(
                                up.process(),
                                cause,
                                Optional.empty(),
                                now,
                                now.plus(KILL_PATIENCE),
                                Optional.empty());
                yield Step.to(killing)
                        .doing(new Act.Kill())
                        .telling(
                                new Event.Asked(cause, Signal.KILL, Duration.ZERO),
                                new Event.Killed(Duration.ZERO));
            }
            case Exited(var exit, var alone) ->
                    alone
                            ? gone(new Ending.ByItself(exit, now.minus(up.since())))
                            : ask(
                                    up.process(),
                                    new StopCause.LeftBehind(exit),
                                    now,
                                    Optional.of(exit));
            case Begin _, Started _, StartFailed _, TreeEmpty _, Tick _ -> Step.to(up);
        };
    }

    private Step stopping(Stopping stopping, Occurrence occurrence, Duration now) {
        return switch (occurrence) {
            case Exited(var exit, var alone) ->
                    alone
                            ? gone(stopped(stopping, Optional.of(exit), now))
                            : Step.to(stopping.exited(exit)).telling(new Event.Exited(exit));
            case TreeEmpty() -> gone(stopped(stopping, stopping.exit(), now));
            // Sentinel got one more signal; what two of them mean is for the command to say.
            case StopAsked(StopCause.Signalled again) -> Step.to(stopping).doing(politely(again));
            case KillAsked _ -> kill(stopping, now);
            case Tick _ ->
                    now.compareTo(stopping.killAt()) >= 0 ? kill(stopping, now) : Step.to(stopping);
            case Begin _, Started _, StartFailed _, StopAsked _ -> Step.to(stopping);
        };
    }

    private static Step killing(Killing killing, Occurrence occurrence, Duration now) {
        return switch (occurrence) {
            case Exited(var exit, var alone) ->
                    alone
                            ? gone(killed(killing, Optional.of(exit), now))
                            : Step.to(killing.exited(exit)).telling(new Event.Exited(exit));
            case TreeEmpty() -> gone(killed(killing, killing.exit(), now));
            case Tick(var survivors) -> stillKilling(killing, survivors, now);
            case Begin _, Started _, StartFailed _, StopAsked _, KillAsked _ -> Step.to(killing);
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

    private static Step unkillable(Unkillable unkillable, Occurrence occurrence, Duration now) {
        Killing killing = unkillable.killing();
        return switch (occurrence) {
            case Exited(var exit, var alone) ->
                    alone
                            ? gone(killed(killing, Optional.of(exit), now))
                            : Step.to(unkillable.exited(exit)).telling(new Event.Exited(exit));
            case TreeEmpty() -> gone(killed(killing, killing.exit(), now));
            case Tick(var survivors) ->
                    now.compareTo(unkillable.nextTry()) < 0
                            ? Step.to(unkillable)
                            : Step.to(
                                            new Unkillable(
                                                    killing,
                                                    now.plus(KILL_AGAIN),
                                                    survivors.size()))
                                    .doing(new Act.Kill());
            case Begin _, Started _, StartFailed _, StopAsked _, KillAsked _ -> Step.to(unkillable);
        };
    }

    private Step ask(ProcessId process, StopCause cause, Duration now, Optional<ExitStatus> exit) {
        return Step.to(new Stopping(process, cause, now, now.plus(plan.grace()), exit))
                .doing(politely(cause))
                .telling(new Event.Asked(cause, signal(cause), plan.grace()));
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

    private static StopCause unheard(StopCause cause) {
        return cause instanceof StopCause.Signalled(var received)
                ? new StopCause.Signalled(Received.alone(received.signal()))
                : cause;
    }

    private Step kill(Stopping stopping, Duration now) {
        return Step.to(
                        new Killing(
                                stopping.process(),
                                stopping.cause(),
                                Optional.of(signal(stopping.cause())),
                                stopping.since(),
                                now.plus(KILL_PATIENCE),
                                stopping.exit()))
                .doing(new Act.Kill())
                .telling(new Event.Killed(now.minus(stopping.since())));
    }

    private static Step gone(Ending ending) {
        return Step.to(new Gone(ending)).telling(new Event.Ended(ending));
    }

    private Ending stopped(Stopping stopping, Optional<ExitStatus> exit, Duration now) {
        Duration took = now.minus(stopping.since());
        List<Signal> signals = List.of(signal(stopping.cause()));
        return new Ending.Stopped(stopping.cause(), exit, signals, took);
    }

    private static Ending killed(Killing killing, Optional<ExitStatus> exit, Duration now) {
        Duration took = now.minus(killing.since());
        List<Signal> signals =
                Stream.concat(killing.asked().stream(), Stream.of(Signal.KILL)).toList();
        return new Ending.Stopped(killing.cause(), exit, signals, took);
    }
}
