package dev.sentinel.model;

/// Why a command could not be started.
///
/// @param text one sentence for the user, the command named
public record StartFailure(Kind kind, String text) {

    /// What exit codes tell apart.
    public enum Kind {
        NOT_FOUND,
        NOT_EXECUTABLE,
        /// Not the command's fault.
        SENTINEL_FAILED
    }
}
