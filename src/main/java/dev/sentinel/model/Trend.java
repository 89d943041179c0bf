package dev.sentinel.model;

import java.time.Duration;
import java.util.Optional;

/// Where a target's memory is heading.
public sealed interface Trend {

    /// Not watched for long enough: either it has only just started, or it climbs and could still
    /// be filling what it needs.
    record TooEarly() implements Trend {}

    /// Watched for long enough, and nothing that looks like a leak.
    record NotGrowing() implements Trend {}

    /// It grows in a way consistent with a leak. Only who knows the program can tell whether it is
    /// one.
    ///
    /// @param bytesPerSecond how fast what is never given back grows; more than zero
    /// @param fit how much of what was seen a straight line explains (the coefficient of
    ///   determination); at most one
    /// @param timeToLimit until the highest values reach the limit, if it goes on like that; empty
    ///   without a limit
    record Growing(double bytesPerSecond, double fit, Optional<Duration> timeToLimit)
            implements Trend {}
}
