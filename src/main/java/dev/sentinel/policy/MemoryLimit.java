package dev.sentinel.policy;

import dev.sentinel.model.Limit;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.Verdict;

import java.time.Duration;

/// Over the limit, and for long enough?
public record MemoryLimit(Limit limit) {

    /// What the reading means, after what the one before it meant.
    public Verdict judge(Verdict before, MemoryReading reading) {
        if (limit.isNone() || reading.used().bytes() <= limit.memory().bytes()) {
            return new Verdict.Within();
        }
        Duration since =
                switch (before) {
                    case Verdict.Exceeding(var first) -> first;
                    case Verdict.Within() -> reading.at();
                    // Still over: what has lasted long enough does not begin anew.
                    case Verdict.Over(var breach, _) -> breach.at().minus(limit.sustain());
                };
        Duration lasted = reading.at().minus(since);
        return lasted.compareTo(limit.sustain()) >= 0
                ? new Verdict.Over(reading, limit)
                : new Verdict.Exceeding(since);
    }
}
