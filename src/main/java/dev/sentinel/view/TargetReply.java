package dev.sentinel.view;

import dev.sentinel.model.ByteSize;

import java.time.Duration;
import java.util.Optional;

/// What a [StatusReply] tells of one target, by the names that [SnapshotJson] gives. What is not
/// told is empty.
public record TargetReply(String name, JsonFacts facts) {

    /// A word or more, fit to be shown.
    public Optional<String> text(String fact) {
        return facts.text(fact);
    }

    /// A number of processes, starts or the like.
    public Optional<Long> count(String fact) {
        return facts.count(fact);
    }

    /// An amount of memory, told in bytes.
    public Optional<ByteSize> size(String fact) {
        return facts.size(fact);
    }

    /// A length of time, told in seconds.
    public Optional<Duration> time(String fact) {
        return facts.time(fact);
    }

    /// How much of the limit is used; empty without one.
    public Optional<Double> shareOfLimit() {
        Optional<Double> used = facts.number("used_bytes");
        Optional<Double> limit = facts.number("limit_bytes");
        return used.isPresent() && limit.isPresent() && limit.get() > 0
                ? Optional.of(used.get() / limit.get())
                : Optional.empty();
    }
}
