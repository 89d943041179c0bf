package dev.sentinel.model;

import java.time.Duration;
import java.util.Optional;

/// Where a target is in its life.
///
/// ```
///            start            started            stop, breach          grace over
///    Down ─────────▶ Starting ────────▶ Up ──────────────────▶ Stopping ──────────▶ Killing
///                       │               │                         │                   │
///                       │ failed        │ exited, tree empty      │ tree empty        │ tree empty
///                       └──────────────▶└──────────▶ Gone ◀───────┴───────────────────┘
/// ```
///
/// All times are on the monotonic clock, since Sentinel's start.
public sealed interface ChildState {

    /// Not started yet.
    record Down() implements ChildState {}

    /// Being started.
    ///
    /// @param stopAsked a stop that came too early to be carried out, kept until there is a process
    record Starting(Optional<StopCause> stopAsked) implements ChildState {}

    /// Running.
    record Up(ProcessId process, Duration since) implements ChildState {}

    /// The polite signal is out, the grace period runs.
    ///
    /// @param exit how the command ended, once it has; processes of its tree may still live
    record Stopping(
            ProcessId process,
            StopCause cause,
            Duration since,
            Duration killAt,
            Optional<ExitStatus> exit)
            implements ChildState {

        /// The same, now that the command has ended and something of its tree has not.
        public Stopping exited(ExitStatus status) {
            return new Stopping(process, cause, since, killAt, Optional.of(status));
        }
    }

    /// SIGKILL is out.
    ///
    /// @param asked the polite signal that came before; empty when there was no time for one
    /// @param since when the first signal went out
    record Killing(
            ProcessId process,
            StopCause cause,
            Optional<Signal> asked,
            Duration since,
            Optional<ExitStatus> exit)
            implements ChildState {

        /// The same, now that the command has ended and something of its tree has not.
        public Killing exited(ExitStatus status) {
            return new Killing(process, cause, asked, since, Optional.of(status));
        }
    }

    /// Nothing of the tree is left.
    record Gone(Ending ending) implements ChildState {}

    /// One word for tables and replies.
    default String word() {
        return switch (this) {
            case Down() -> "DOWN";
            case Starting(_) -> "STARTING";
            case Up(_, _) -> "RUNNING";
            case Stopping _ -> "STOPPING";
            case Killing _ -> "KILLING";
            case Gone(_) -> "GONE";
        };
    }

    /// Why it is being ended, while it is.
    default Optional<StopCause> endedFor() {
        return switch (this) {
            case Stopping stopping -> Optional.of(stopping.cause);
            case Killing killing -> Optional.of(killing.cause);
            case Down(), Starting(_), Up(_, _), Gone(_) -> Optional.empty();
        };
    }

    /// The process itself, while there is one.
    default Optional<ProcessId> running() {
        return switch (this) {
            case Up(var process, _) -> Optional.of(process);
            case Stopping stopping -> Optional.of(stopping.process);
            case Killing killing -> Optional.of(killing.process);
            case Down(), Starting(_), Gone(_) -> Optional.empty();
        };
    }
}
