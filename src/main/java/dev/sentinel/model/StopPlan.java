package dev.sentinel.model;

import java.time.Duration;

/// How a target is ended: politely, then firmly.
///
/// @param signal the polite request
/// @param grace how long the tree has before SIGKILL
public record StopPlan(Signal signal, Duration grace) {}
