package dev.sentinel.supervise;

import dev.sentinel.model.Measure.Metric;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/// Exact looks at one target: one at a time, and a tenth of the time at most.
final class ExactQuestion {

    private static final int SHARE = 10;

    private final ExactLook exactLook;
    private final Metric metric;

    private @Nullable Future<Optional<MemoryReading>> answer;
    private boolean triedOut;
    private boolean matters;
    private Duration askedAt = Duration.ZERO;
    private Duration next = Duration.ZERO;

    ExactQuestion(ExactLook exactLook, Metric metric) {
        this.exactLook = exactLook;
        this.metric = metric;
    }

    /// The first look takes longest, so there is one that nothing depends on, and that nobody gets
    /// the answer to.
    void tryOut(Set<ProcessId> whose, Duration now) {
        if (!triedOut) {
            ask(whose, now, false);
        }
    }

    /// Asks, unless a look is under way or it is too soon for another.
    void ask(Set<ProcessId> whose, Duration now) {
        if (answer == null && now.compareTo(next) >= 0) {
            ask(whose, now, true);
        }
    }

    private void ask(Set<ProcessId> whose, Duration now, boolean mattering) {
        answer = exactLook.ask(whose, metric, now);
        askedAt = now;
        matters = mattering;
        triedOut = true;
    }

    /// Whether a look is under way.
    boolean isOpen() {
        return answer != null;
    }

    /// When the last one was asked for.
    Duration askedAt() {
        return askedAt;
    }

    /// The look that is done and matters, once; null while there is none.
    @Nullable Future<Optional<MemoryReading>> done(Duration now) {
        Future<Optional<MemoryReading>> done = answer;
        if (done == null || !done.isDone()) {
            return null;
        }
        answer = null;
        if (!matters) {
            return null;
        }
        next = now.plus(Duration.ofNanos(now.minus(askedAt).toNanos() * SHARE));
        return done;
    }
}
