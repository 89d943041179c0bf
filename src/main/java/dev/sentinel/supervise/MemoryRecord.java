package dev.sentinel.supervise;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.History;
import dev.sentinel.model.Limit;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.Verdict;
import dev.sentinel.policy.MemoryLimit;

import java.util.Optional;

/// What is known of one target's memory, and the verdict on it.
final class MemoryRecord {

    private final MemoryLimit limit;
    private Verdict verdict = new Verdict.Within();
    private Optional<MemoryReading> reading = Optional.empty();
    private ByteSize peak = ByteSize.ZERO;
    private History history = History.EMPTY;

    MemoryRecord(Limit limit) {
        this.limit = new MemoryLimit(limit);
    }

    /// One more look.
    void add(MemoryReading found) {
        reading = Optional.of(found);
        history = history.plus(found);
        peak = found.resident().bytes() > peak.bytes() ? found.resident() : peak;
        verdict = limit.judge(verdict, found);
    }

    /// Nobody is left to use any.
    void nobodyLeft() {
        reading = Optional.empty();
    }

    Verdict verdict() {
        return verdict;
    }

    /// The latest one.
    Optional<MemoryReading> reading() {
        return reading;
    }

    ByteSize peak() {
        return peak;
    }

    History history() {
        return history;
    }
}
