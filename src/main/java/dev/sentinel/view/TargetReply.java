package dev.sentinel.view;

import com.grack.nanojson.JsonObject;

import dev.sentinel.model.ByteSize;

import java.time.Duration;
import java.util.Optional;

/// What a [StatusReply] tells of one target, by the names that [SnapshotJson] gives. What is not
/// told is empty.
public final class TargetReply {

    private final JsonObject facts;

    TargetReply(JsonObject facts) {
        this.facts = facts;
    }

    JsonObject json() {
        return facts;
    }

    public String name() {
        return text("name").orElse("");
    }

    /// A word or more, fit to be shown.
    public Optional<String> text(String fact) {
        String text = facts.getString(fact);
        return text == null ? Optional.empty() : Optional.of(Printable.text(text));
    }

    /// Any number.
    private Optional<Double> number(String fact) {
        double number = facts.get(fact) instanceof Number told ? told.doubleValue() : Double.NaN;
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }

    /// A number of processes, starts or the like.
    public Optional<Long> count(String fact) {
        Optional<Double> number = number(fact);
        return number.isPresent() ? Optional.of(number.get().longValue()) : Optional.empty();
    }

    /// An amount of memory, told in bytes.
    public Optional<ByteSize> size(String fact) {
        Optional<Long> bytes = count(fact);
        return bytes.isPresent() && bytes.get() >= 0
                ? Optional.of(new ByteSize(bytes.get()))
                : Optional.empty();
    }

    /// A length of time, told in seconds.
    public Optional<Duration> time(String fact) {
        Optional<Double> seconds = number(fact);
        return seconds.isPresent() && seconds.get() >= 0
                ? Optional.of(Duration.ofNanos((long) (seconds.get() * 1e9)))
                : Optional.empty();
    }

    /// How much of the limit is used; empty without one.
    public Optional<Double> shareOfLimit() {
        Optional<Double> used = number("used_bytes");
        Optional<Double> limit = number("limit_bytes");
        return used.isPresent() && limit.isPresent() && limit.get() > 0
                ? Optional.of(used.get() / limit.get())
                : Optional.empty();
    }
}
