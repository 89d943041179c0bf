package dev.sentinel.model;

import java.time.Duration;
import java.util.Optional;

/// Where a target is in its life.
///
/// ```
///            start            started            stop, breach          grace over
///    Down ─────────▶ Starting ────────▶ Up ──────────────────▶ Stopping ──────────▶ Killing
///                       │               │                         │                  │    │
///                       │ failed        │ exited, tree empty      │ tree empty       │    │ 2 s over
///                       │               │                         │       tree empty │    ▼
///                       │               │                         │                  │  Unkillable
///                       │               │                         │                  │    │ tree empty
///                       └──────────────▶└──────────▶ Gone ◀───────┴──────────────────┴────┘
/// ```
///
/// A tree that is ended for a restart goes on to Starting in place of Gone, and Gone itself can be
/// left by a restart.
///
/// All times are on the monotonic clock, since Sentinel's start.
public sealed interface ChildState {

    /// Not started yet.
    record Down() implements ChildState {}

    /// Being started.
    ///
    /// @param stopAsked a stop that came too early to be carried out, kept until there is a process
    /// @param again whether it has been running before
    record Starting(Optional<StopCause> stopAsked, boolean again) implements ChildState {}

    /// Running.
    record Up(ProcessId process, Duration since) implements ChildState {}

    /// The polite signal is out, the grace period runs.
    ///
    /// @param asked that signal
    /// @param exit how the command ended, once it has; processes of its tree may still live
    record Stopping(
            ProcessId process,
            StopCause cause,
            Signal asked,
            Duration since,
            Duration killAt,
            Optional<ExitStatus> exit)
            implements ChildState {

        /// The same, now that the command has ended and something of its tree has not.
        public Stopping exited(ExitStatus status) {
            return new Stopping(process, cause, asked, since, killAt, Optional.of(status));
        }

        /// The same for another reason.
        public Stopping because(StopCause other) {
            return new Stopping(process, other, asked, since, killAt, exit);
        }
    }

    /// SIGKILL is out.
    ///
    /// @param asked the polite signal that came before; empty when there was no time for one
    /// @param since when the first signal went out
    /// @param unkillableAt when whoever has lived on since the first SIGKILL counts as unkillable
    record Killing(
            ProcessId process,
            StopCause cause,
            Optional<Signal> asked,
            Duration since,
            Duration unkillableAt,
            Optional<ExitStatus> exit)
            implements ChildState {

        /// The same, now that the command has ended and something of its tree has not.
        public Killing exited(ExitStatus status) {
            return new Killing(process, cause, asked, since, unkillableAt, Optional.of(status));
        }

        /// The same for another reason.
        public Killing because(StopCause other) {
            return new Killing(process, other, asked, since, unkillableAt, exit);
        }
    }

    /// SIGKILL did not end the tree: a process sleeps in the kernel and cannot be woken, or it may
    /// not be signalled. There is nothing to do but to watch, and to try again now and then.
    ///
    /// @param killing what has been tried
    /// @param nextTry when SIGKILL is tried again
    /// @param survivors how many processes lived on at the last try
    record Unkillable(Killing killing, Duration nextTry, int survivors) implements ChildState {

        /// The same, now that the command has ended and something of its tree has not.
        public Unkillable exited(ExitStatus status) {
            return new Unkillable(killing.exited(status), nextTry, survivors);
        }

        /// The same with another story of what has been tried.
        public Unkillable tried(Killing other) {
            return new Unkillable(other, nextTry, survivors);
        }
    }

    /// Nothing of the tree is left.
    record Gone(Ending ending) implements ChildState {}

    /// One word for tables and replies.
    default String word() {
        return switch (this) {
            case Down() -> "DOWN";
            case Starting(_, _) -> "STARTING";
            case Up(_, _) -> "RUNNING";
            case Stopping _ -> "STOPPING";
            case Killing _ -> "KILLING";
            case Unkillable _ -> "UNKILLABLE";
            case Gone(_) -> "GONE";
        };
    }

    /// The process itself, while there is one.
    default Optional<ProcessId> running() {
        return switch (this) {
            case Up(var process, _) -> Optional.of(process);
            case Stopping stopping -> Optional.of(stopping.process);
            case Killing killing -> Optional.of(killing.process);
            case Unkillable unkillable -> Optional.of(unkillable.killing.process);
            case Down(), Starting(_, _), Gone(_) -> Optional.empty();
        };
    }

    /// Why the tree is being ended, while it is.
    default Optional<StopCause> beingEnded() {
        return switch (this) {
            case Stopping stopping -> Optional.of(stopping.cause);
            case Killing killing -> Optional.of(killing.cause);
            case Unkillable unkillable -> Optional.of(unkillable.killing.cause);
            case Down(), Starting(_, _), Up(_, _), Gone(_) -> Optional.empty();
        };
    }
}
