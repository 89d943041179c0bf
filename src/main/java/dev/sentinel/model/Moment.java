package dev.sentinel.model;

import java.time.Duration;
import java.time.Instant;

/// One instant on two clocks. Deadlines and lengths of time use `sinceStart` alone, because the
/// wall clock may jump.
///
/// @param sinceStart time on the monotonic clock since Sentinel began
/// @param wall what a calendar says, for people and time series
public record Moment(Duration sinceStart, Instant wall) {}
