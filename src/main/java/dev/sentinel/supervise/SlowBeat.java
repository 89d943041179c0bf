package dev.sentinel.supervise;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The thread for looks that are slow or may hang. The loop takes what was found last and never
/// waits for more.
public final class SlowBeat<T> implements Supplier<Optional<T>> {

    private final AtomicReference<Optional<T>> latest = new AtomicReference<>(Optional.empty());

    /// Starts looking, again and again.
    public SlowBeat(Duration interval, Supplier<T> look) {
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("slow-beat").daemon().factory());
        var _ =
                thread.scheduleWithFixedDelay(
                        () -> latest.set(Optional.of(look.get())),
                        0,
                        interval.toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    @Override
    public Optional<T> get() {
        return latest.get();
    }
}
