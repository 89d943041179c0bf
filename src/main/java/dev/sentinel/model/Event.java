package dev.sentinel.model;

import java.time.Duration;
import java.time.Instant;

/// Something onlookers are told about one target.
///
/// @param at wall clock
public record Event(Instant at, String target, Happening what) {

    /// What happened.
    public sealed interface Happening {}

    /// The command runs.
    public record Started(ProcessId process) implements Happening {}

    /// Sentinel begins to end the tree.
    public record Asked(StopCause cause, Signal signal, Duration grace) implements Happening {}

    /// The polite way was not enough, or not wanted.
    public record Killed(Duration afterAsking) implements Happening {}

    /// The command ended; processes of its tree may still live.
    public record Exited(ExitStatus exit) implements Happening {}

    /// Nothing of the tree is left.
    public record Ended(Ending ending) implements Happening {}
}
