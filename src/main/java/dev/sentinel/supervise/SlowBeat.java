package dev.sentinel.supervise;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The thread for looks that are slow or may hang. Everybody else takes what was found last and
/// never waits for more. It looks only while somebody wants to know.
public final class SlowBeat {

    private final Consumer<String> complaints;
    private final List<Runnable> looks = new CopyOnWriteArrayList<>();
    private final AtomicBoolean wanted = new AtomicBoolean();

    /// Looks at nothing yet.
    ///
    /// @param complaints told of looks that failed; the last good one stays
    public SlowBeat(Consumer<String> complaints) {
        this.complaints = complaints;
    }

    /// One more thing to look at.
    ///
    /// @param what is looked at, for complaints
    /// @param unknown what is answered before the first look
    /// @return the latest, for any thread
    public <T> Supplier<T> watch(String what, T unknown, Supplier<T> look) {
        AtomicReference<T> latest = new AtomicReference<>(unknown);
        looks.add(() -> look(what, look, latest));
        return latest::get;
    }

    /// Somebody wants to know: the next beat looks. Called by anybody, as often as they like.
    public void want() {
        wanted.lazySet(true);
    }

    /// Starts the thread.
    ///
    /// @param interval from the end of one round to the next, and before the first
    public void start(Duration interval) {
        long nanos = interval.toNanos();
        var _ =
                Executors.newSingleThreadScheduledExecutor(
                                Thread.ofPlatform().name("slow-beat").daemon().factory())
                        .scheduleWithFixedDelay(this::beat, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    private void beat() {
        if (wanted.getAndSet(false)) {
            looks.forEach(Runnable::run);
        }
    }

    /// A look that throws would end the schedule without a word.
    private <T> void look(String what, Supplier<T> look, AtomicReference<T> latest) {
        try {
            latest.set(look.get());
        } catch (RuntimeException failed) {
            complaints.accept("cannot measure " + what + ": " + failed);
        }
    }
}
