package dev.sentinel.model;

import java.time.Duration;

/// What one look at a target found.
///
/// @param at when, on the monotonic clock
/// @param used what is compared with the limit, as its measure has it
/// @param resident resident set size, summed; pages shared by two processes count twice
/// @param processes how many processes were counted
public record MemoryReading(Duration at, ByteSize used, ByteSize resident, int processes) {

    /// Where the resident set size is what is compared.
    public MemoryReading(Duration at, ByteSize resident, int processes) {
        this(at, resident, resident, processes);
    }
}
