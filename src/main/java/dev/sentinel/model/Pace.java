package dev.sentinel.model;

import java.time.Duration;

/// How well the loop keeps its times, and what its looks at memory take.
///
/// @param lateness of each tick that was due: how long after that time it came
/// @param looks at all targets' memory together
/// @param looking the time that those took together
public record Pace(Histogram lateness, long looks, Duration looking) {

    /// No tick yet.
    public static final Pace NONE =
            new Pace(Histogram.ofMillis(1, 5, 10, 50, 100, 500, 1000), 0, Duration.ZERO);
}
