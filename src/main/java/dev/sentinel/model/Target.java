package dev.sentinel.model;

import java.time.Duration;

/// What is to be guarded.
///
/// @param name how people, metrics and commands call it: 1 to 64 characters of `[A-Za-z0-9_.-]`
/// @param interval time between two looks at its memory
public record Target(String name, Launch launch, Limit limit, StopPlan stop, Duration interval) {

    private static final int LONGEST_NAME = 64;

    public Target {
        if (!name.matches("[A-Za-z0-9_.-]{1,%d}".formatted(LONGEST_NAME))) {
            throw new IllegalArgumentException(
                    "'%s' cannot be a name; use 1 to %d letters, digits, '_', '.' or '-'"
                            .formatted(name, LONGEST_NAME));
        }
    }

    /// A usable name for any command: the last part of its path, foreign characters replaced.
    public static String nameOf(String command) {
        String base =
                command.substring(command.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_.-]", "_");
        return base.isEmpty()
                ? "command"
                : base.substring(0, Math.min(base.length(), LONGEST_NAME));
    }
}
