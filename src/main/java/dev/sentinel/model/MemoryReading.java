package dev.sentinel.model;

import java.time.Duration;

/// What one look at a target's tree found.
///
/// @param at when, on the monotonic clock
/// @param resident resident set size, summed over the tree; pages shared by two processes count
///   twice
/// @param processes how many processes were counted
public record MemoryReading(Duration at, ByteSize resident, int processes) {}
