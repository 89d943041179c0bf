package dev.sentinel.model;

import java.time.Duration;
import java.time.Instant;

/// What Sentinel itself costs.
///
/// @param cpu user and system time together
public record SelfStatus(
        long pid,
        Instant startedAt,
        Duration cpu,
        ByteSize resident,
        ByteSize virtual,
        long openFiles,
        long maxOpenFiles) {}
