package dev.sentinel.supervise;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The thread for looks that are slow or may hang. Everybody else takes what was found last and
/// never waits for more.
public final class SlowBeat {

    private final Consumer<String> complaints;
    private final List<Runnable> looks = new CopyOnWriteArrayList<>();

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

    /// Starts the thread.
    ///
    /// @param interval from the end of one round to the next, and before the first: what Sentinel
    ///   is started for comes before what is good to know
    public void start(Duration interval) {
        long nanos = interval.toNanos();
        var _ =
                Executors.newSingleThreadScheduledExecutor(
                                Thread.ofPlatform().name("slow-beat").daemon().factory())
                        .scheduleWithFixedDelay(
                                () -> looks.forEach(Runnable::run),
                                nanos,
                                nanos,
                                TimeUnit.NANOSECONDS);
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
