package dev.sentinel.model;

import java.time.Duration;
import java.util.Optional;

/// How well breaches of one target's limit were noticed.
///
/// @param latency from the last look that found it within its limit to the decision: never less
///   than what went by since the limit was crossed
/// @param overshoot use over the limit at the last decision; empty before there was one
public record Detection(Histogram latency, Optional<ByteSize> overshoot) {

    /// No breach yet.
    public static final Detection NONE =
            new Detection(
                    Histogram.ofMillis(1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500),
                    Optional.empty());

    /// One more breach.
    public Detection plus(Duration took, Verdict.Over verdict) {
        long over = verdict.reading().used().bytes() - verdict.limit().memory().bytes();
        return new Detection(latency.plus(took), Optional.of(new ByteSize(Math.max(0, over))));
    }
}
