package dev.sentinel.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a target's life ended.
public sealed interface Ending {

    /// It never ran.
    record NeverStarted(StartFailure failure) implements Ending {}

    /// It ended without Sentinel's doing, and nothing of its tree was left.
    ///
    /// @param ran from start to exit
    record ByItself(ExitStatus exit, Duration ran) implements Ending {}

    /// Sentinel ended it.
    ///
    /// @param exit how the command itself ended; empty while nobody could tell
    /// @param signals what was sent, in this order
    /// @param took from the first signal until nothing of the tree was left
    record Stopped(StopCause cause, Optional<ExitStatus> exit, List<Signal> signals, Duration took)
            implements Ending {

        public Stopped {
            signals = List.copyOf(signals);
        }

        /// Whether the polite way was not enough, or not wanted.
        public boolean killed() {
            return signals.contains(Signal.KILL);
        }
    }
}
