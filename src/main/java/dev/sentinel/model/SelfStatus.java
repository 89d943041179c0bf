package dev.sentinel.model;

import java.time.Duration;
import java.time.Instant;

/// What Sentinel itself costs.
///
/// @param cpu user and system time together, since its start
/// @param load processors it has used lately, 1 for one of them all the time
public record SelfStatus(
        long pid,
        Instant startedAt,
        Duration cpu,
        double load,
        ByteSize resident,
        ByteSize virtual,
        long openFiles,
        long maxOpenFiles) {}
