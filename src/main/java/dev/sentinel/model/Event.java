package dev.sentinel.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Something onlookers are told about one target.
///
/// @param number counts the events of this life of Sentinel, from 1 on
/// @param at wall clock
public record Event(long number, Instant at, String target, Happening what) {

    /// What happened.
    public sealed interface Happening {

        /// Its kind for programs, one of a fixed set.
        default String word() {
            return switch (this) {
                case Started _ -> "started";
                case Restarted _ -> "restarted";
                case SoftLimit _ -> "soft";
                case Breach _ -> "breach";
                case Asked _ -> "term";
                case Killed _ -> "kill";
                case Survived _ -> "survivor";
                case Exited _ -> "exited";
                case Ended _ -> "ended";
                case LimitChanged _ -> "limit-changed";
                case Signalled _ -> "signal";
                case Client _ -> "client";
            };
        }
    }

    /// The command runs.
    public record Started(ProcessId process) implements Happening {}

    /// The command runs once more.
    public record Restarted(ProcessId process) implements Happening {}

    /// The target has gone over its soft limit; nothing is done to it.
    public record SoftLimit(MemoryReading reading, Limit limit) implements Happening {}

    /// The target has been over its limit for long enough; what is done about it is told next.
    public record Breach(Verdict.Over verdict) implements Happening {}

    /// Sentinel begins to end the tree.
    public record Asked(StopCause cause, Signal signal, Duration grace) implements Happening {}

    /// The polite way was not enough, or not wanted.
    public record Killed(Duration afterAsking) implements Happening {}

    /// SIGKILL did not end the tree in time, and Sentinel goes on watching.
    public record Survived(List<Survivor> survivors) implements Happening {
        public Survived {
            survivors = List.copyOf(survivors);
        }
    }

    /// The command ended.
    ///
    /// @param alone whether nothing else of its tree lives
    public record Exited(ExitStatus exit, boolean alone) implements Happening {}

    /// Nothing of the tree is left.
    public record Ended(Ending ending) implements Happening {}

    /// From now on another limit counts.
    public record LimitChanged(Limit before, Limit after) implements Happening {}

    /// A signal was handed to the command because somebody wanted that.
    ///
    /// @param reached whether there was a process that could be signalled
    public record Signalled(Signal signal, boolean reached) implements Happening {}

    /// Somebody asked for a change.
    ///
    /// @param wish in a few words: `limit 600.0 MiB`
    public record Client(Requester by, String wish) implements Happening {}
}
