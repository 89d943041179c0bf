package dev.sentinel.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Something onlookers are told about one target.
///
/// @param at wall clock
public record Event(Instant at, String target, Happening what) {

    /// What happened.
    public sealed interface Happening {}

    /// The command runs.
    public record Started(ProcessId process) implements Happening {}

    /// The target has gone over its soft limit; nothing is done to it.
    public record SoftLimit(MemoryReading reading, Limit limit) implements Happening {}

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

    /// The command ended; processes of its tree may still live.
    public record Exited(ExitStatus exit) implements Happening {}

    /// Nothing of the tree is left.
    public record Ended(Ending ending) implements Happening {}
}
