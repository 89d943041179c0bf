package dev.sentinel.model;

import java.util.Optional;

/// How a process ended, as a shell shows it.
///
/// @param shellCode 0 to 255: its exit code, or 128 + N when signal N ended it. Java reports both
///   in this one number, so an exit code above 128 may be either.
public record ExitStatus(int shellCode) {

    private static final int SIGNAL_BASE = 128;

    /// `exited with 3`, or `ended by SIGTERM (143)`.
    public String describe() {
        return signal().map(signal -> "ended by %s (%d)".formatted(signal, shellCode))
                .orElse("exited with " + shellCode);
    }

    /// The signal that ended it, as far as the number tells.
    public Optional<Signal> signal() {
        int signal = shellCode - SIGNAL_BASE;
        return signal >= 1 && signal <= 64 ? Optional.of(new Signal(signal)) : Optional.empty();
    }

    public boolean success() {
        return shellCode == 0;
    }
}
