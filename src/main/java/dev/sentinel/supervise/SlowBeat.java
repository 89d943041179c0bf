package dev.sentinel.supervise;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The thread for looks that are slow or may hang. The loop takes what was found last and never
/// waits for more.
public final class SlowBeat<T> implements Supplier<Optional<T>> {

    private final AtomicReference<Optional<T>> latest = new AtomicReference<>(Optional.empty());

    /// Starts looking, again and again.
    ///
    /// @param complaints told of looks that failed; the last good one stays
    public SlowBeat(Duration interval, Supplier<T> look, Consumer<String> complaints) {
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("slow-beat").daemon().factory());
        var _ =
                thread.scheduleWithFixedDelay(
                        () -> look(look, complaints), 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// A look that throws would end the schedule without a word.
    private void look(Supplier<T> look, Consumer<String> complaints) {
        try {
            latest.set(Optional.of(look.get()));
        } catch (RuntimeException failed) {
            complaints.accept("cannot measure what Sentinel itself costs: " + failed);
        }
    }

    @Override
    public Optional<T> get() {
        return latest.get();
    }
}
