package dev.sentinel.model;

import java.time.Duration;

/// What a reading means against the limit.
public sealed interface Verdict {

    /// At or below the limit, or there is none.
    record Within() implements Verdict {}

    /// Over the limit, but not for long enough to act.
    ///
    /// @param since when the first reading over the limit was taken
    record Exceeding(Duration since) implements Verdict {}

    /// Over the limit for long enough: a breach.
    ///
    /// @param reading the one that decided
    record Over(MemoryReading reading, Limit limit) implements Verdict {

        /// `memory 534.2 MiB > limit 512.0 MiB (rss, tree of 3)`.
        public String describe() {
            String lasting =
                    limit.sustain().isZero() ? "" : " for " + TimeText.plain(limit.sustain());
            return "memory %s > limit %s%s (%s)"
                    .formatted(
                            reading.used(),
                            limit.memory(),
                            lasting,
                            limit.measure().describe(reading.processes()));
        }
    }
}
