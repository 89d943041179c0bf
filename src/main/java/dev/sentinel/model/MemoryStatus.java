package dev.sentinel.model;

import java.util.Optional;

/// What is known of a target's memory.
///
/// @param reading the latest look at it; empty before the first and after the end
/// @param peak the highest use seen
/// @param trend where it is heading
/// @param detection how well breaches were noticed
/// @param source what it is read from
public record MemoryStatus(
        Optional<MemoryReading> reading,
        ByteSize peak,
        History history,
        Trend trend,
        Detection detection,
        String source) {}
