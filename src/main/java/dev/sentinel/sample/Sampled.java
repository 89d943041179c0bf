package dev.sentinel.sample;

import dev.sentinel.model.ByteSize;

/// What a look at one process found.
public sealed interface Sampled {

    /// It was read.
    ///
    /// @param used what was asked for
    /// @param resident its resident set size
    record Read(ByteSize used, ByteSize resident) implements Sampled {

        /// Where the resident set size was asked for.
        Read(ByteSize resident) {
            this(resident, resident);
        }
    }

    /// It has ended; that is an answer, not an error.
    record Vanished() implements Sampled {}

    /// It is there, but could not be read.
    record Denied(String why) implements Sampled {}
}
