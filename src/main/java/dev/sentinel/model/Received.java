package dev.sentinel.model;

/// A signal that Sentinel itself got.
///
/// @param byTerminal whether the terminal sent it, and so sent it to every other process of
///   Sentinel's process group as well
public record Received(Signal signal, boolean byTerminal) {

    /// One that somebody sent to Sentinel alone.
    public static Received alone(Signal signal) {
        return new Received(signal, false);
    }
}
