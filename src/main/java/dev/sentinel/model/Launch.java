package dev.sentinel.model;

import java.util.List;

/// A command to start.
///
/// @param command program and arguments, passed on as they are; never empty
/// @param output where standard output and error go
/// @param input where standard input comes from
/// @param shown how onlookers see the command: without anything that may be a secret
public record Launch(List<String> command, Output output, Input input, String shown) {

    /// Onlookers see the first word.
    public Launch(List<String> command, Output output, Input input) {
        this(command, output, input, command.isEmpty() ? "" : command.getFirst());
    }

    public Launch {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command needs at least one word");
        }
    }

    /// Where the child's output goes.
    public enum Output {
        /// Sentinel's own descriptors, untouched.
        INHERIT,
        /// Read by Sentinel and kept as a bounded tail.
        CAPTURE,
        /// The same, and what the child writes to is a terminal to it.
        TERMINAL
    }

    /// Where the child's input comes from.
    public enum Input {
        /// Sentinel's own descriptor, untouched.
        INHERIT,
        /// Nowhere: the keyboard belongs to the dashboard. From a terminal into which nobody types,
        /// when the output goes to one.
        NOTHING
    }
}
