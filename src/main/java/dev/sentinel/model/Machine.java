package dev.sentinel.model;

import java.util.Optional;

/// The machine that everything runs on, or the container that it runs in.
///
/// @param memory what may at most be used; zero when not known yet
/// @param available what of that can still be had without swapping; zero when not known
/// @param pressure how much work waits for memory; empty where the kernel does not tell
public record Machine(ByteSize memory, ByteSize available, Optional<Pressure> pressure) {

    /// Nothing has been read yet.
    public static final Machine UNKNOWN =
            new Machine(ByteSize.ZERO, ByteSize.ZERO, Optional.empty());
}
