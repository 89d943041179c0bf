package dev.sentinel.supervise;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The thread for looks that are slow or may hang. Everybody else takes what was found last and
/// never waits for more.
public final class SlowBeat {

    private final Duration interval;
    private final Consumer<String> complaints;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("slow-beat").daemon().factory());

    /// Looks at nothing yet.
    ///
    /// @param interval from the end of one look to the next, and before the first: what Sentinel is
    ///   started for comes first
    /// @param complaints told of looks that failed; the last good one stays
    public SlowBeat(Duration interval, Consumer<String> complaints) {
        this.interval = interval;
        this.complaints = complaints;
    }

    /// Starts looking, again and again.
    ///
    /// @param what is looked at, for complaints
    /// @param unknown what is answered before the first look
    /// @return the latest, for any thread
    public <T> Supplier<T> watch(String what, T unknown, Supplier<T> look) {
        AtomicReference<T> latest = new AtomicReference<>(unknown);
        var _ =
                thread.scheduleWithFixedDelay(
                        () -> look(what, look, latest),
                        interval.toNanos(),
                        interval.toNanos(),
                        TimeUnit.NANOSECONDS);
        return latest::get;
    }

    /// A look that throws would end the schedule without a word.
    private <T> void look(String what, Supplier<T> look, AtomicReference<T> latest) {
        try {
            latest.set(look.get());
        } catch (RuntimeException failed) {
            complaints.accept("cannot measure %s: %s".formatted(what, failed));
        }
    }
}
