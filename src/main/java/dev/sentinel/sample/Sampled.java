package dev.sentinel.sample;

import dev.sentinel.model.ByteSize;

/// What a look at one process found.
public sealed interface Sampled {

    /// It was read.
    ///
    /// @param resident its resident set size
    record Read(ByteSize resident) implements Sampled {}

    /// It has ended; that is an answer, not an error.
    record Vanished() implements Sampled {}

    /// It is there, but could not be read.
    record Denied(String why) implements Sampled {}
}
