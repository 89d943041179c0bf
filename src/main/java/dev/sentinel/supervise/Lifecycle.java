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
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Received;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.StopPlan;
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
import java.util.Optional;

/// The life of a target as one table: state × occurrence → step. Pure; the diagram is at
/// [ChildState]. How it is ended is told by [Termination].
final class Lifecycle {

    private final Termination termination;

    /// @param plan how it is ended
    Lifecycle(StopPlan plan) {
        this.termination = new Termination(plan);
    }

    /// @param now monotonic, since Sentinel's start
    Step step(ChildState state, Occurrence occurrence, Duration now) {
        return switch (state) {
            case Down down -> down(down, occurrence);
            case Starting starting -> starting(starting, occurrence, now);
            case Up up -> up(up, occurrence, now);
            case Stopping stopping -> termination.stopping(stopping, occurrence, now);
            case Killing killing -> termination.killing(killing, occurrence, now);
            case Unkillable unkillable -> termination.unkillable(unkillable, occurrence, now);
            case Gone gone -> gone(gone, occurrence);
        };
    }

    private static Step down(Down down, Occurrence occurrence) {
        return switch (occurrence) {
            case Begin() -> Step.to(new Starting(Optional.empty(), false)).doing(new Act.Start());
            case Started _,
                    StartFailed _,
                    Exited _,
                    TreeEmpty _,
                    StopAsked _,
                    KillAsked _,
                    RestartAsked _,
                    Tick _ ->
                    Step.to(down);
        };
    }

    private Step starting(Starting starting, Occurrence occurrence, Duration now) {
        return switch (occurrence) {
            case Started(var process) -> started(starting, process, now);
            case StartFailed(var failure) -> Step.gone(new Ending.NeverStarted(failure));
            // There is nobody to signal yet; the wish waits for the process.
            case StopAsked(var cause) -> unwanted(starting, cause);
            case KillAsked(var cause) -> unwanted(starting, cause);
            case Begin _, Exited _, TreeEmpty _, RestartAsked _, Tick _ -> Step.to(starting);
        };
    }

    private static Step unwanted(Starting starting, StopCause cause) {
        return Step.to(new Starting(Optional.of(cause), starting.again()));
    }

    private Step started(Starting starting, ProcessId process, Duration now) {
        Step up =
                Step.to(new Up(process, now))
                        .telling(
                                starting.again()
                                        ? new Event.Restarted(process)
                                        : new Event.Started(process));
        return starting.stopAsked()
                // A terminal cannot have told somebody who was not there yet.
                .map(Lifecycle::unheard)
                .map(cause -> termination.ask(process, cause, now, Optional.empty()))
                .orElse(up);
    }

    private static StopCause unheard(StopCause cause) {
        return cause instanceof StopCause.Signalled(var received)
                ? new StopCause.Signalled(Received.alone(received.signal()))
                : cause;
    }

    private Step up(Up up, Occurrence occurrence, Duration now) {
        return switch (occurrence) {
            case StopAsked(var cause) ->
                    termination.ask(up.process(), cause, now, Optional.empty());
            case RestartAsked(var cause) ->
                    termination.ask(up.process(), cause, now, Optional.empty());
            case KillAsked(var cause) -> termination.killAtOnce(up.process(), cause, now);
            case Exited(var exit, var alone) ->
                    alone
                            ? Step.exited(exit, new Ending.ByItself(exit, now.minus(up.since())))
                            : termination.ask(
                                    up.process(),
                                    new StopCause.LeftBehind(exit),
                                    now,
                                    Optional.of(exit));
            case Begin _, Started _, StartFailed _, TreeEmpty _, Tick _ -> Step.to(up);
        };
    }

    private static Step gone(Gone gone, Occurrence occurrence) {
        return switch (occurrence) {
            case RestartAsked _ ->
                    Step.to(new Starting(Optional.empty(), true)).doing(new Act.Start());
            case Begin _,
                    Started _,
                    StartFailed _,
                    Exited _,
                    TreeEmpty _,
                    StopAsked _,
                    KillAsked _,
                    Tick _ ->
                    Step.to(gone);
        };
    }
}
