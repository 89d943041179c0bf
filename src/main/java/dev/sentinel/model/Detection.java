package dev.sentinel.model;

import java.time.Duration;
import java.util.Optional;

/// How well breaches of one target's limit were noticed.
///
/// @param latency from the last look that found it within its limit to the decision: never less
///   than what went by since the limit was crossed
/// @param overshoot of the last breach; empty before there was one
public record Detection(Histogram latency, Optional<Overshoot> overshoot) {

    /// Use over the limit.
    ///
    /// @param decided when the breach was decided
    /// @param atMost the most that was seen from then to the end of the tree
    public record Overshoot(ByteSize decided, ByteSize atMost) {}

    /// No breach yet.
    public static final Detection NONE =
            new Detection(
                    Histogram.ofMillis(1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500),
                    Optional.empty());

    /// One more breach.
    public Detection plus(Duration took, Verdict.Over verdict) {
        ByteSize over = over(verdict.reading(), verdict.limit());
        return new Detection(latency.plus(took), Optional.of(new Overshoot(over, over)));
    }

    /// After a breach was decided the tree was seen once more; the same one when that tells nothing
    /// new.
    public Detection seen(MemoryReading reading, Limit limit) {
        if (overshoot.isEmpty()) {
            return this;
        }
        Overshoot known = overshoot.get();
        ByteSize over = over(reading, limit);
        return over.bytes() <= known.atMost().bytes()
                ? this
                : new Detection(latency, Optional.of(new Overshoot(known.decided(), over)));
    }

    private static ByteSize over(MemoryReading reading, Limit limit) {
        return new ByteSize(Math.max(0, reading.used().bytes() - limit.memory().bytes()));
    }
}
