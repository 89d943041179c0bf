package dev.sentinel.supervise;

import dev.sentinel.model.Moment;
import dev.sentinel.model.Snapshot;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The thread: tick, pause, repeat, until nothing is left to guard.
public final class SupervisorLoop {

    /// After a fault of our own the loop goes on, but not faster than this.
    private static final Duration AFTER_A_FAULT = Duration.ofMillis(100);

    /// A process outside the tree can hold the output open; the end does not wait longer for it.
    private static final Duration LAST_OUTPUT = Duration.ofSeconds(1);

    private final Supervisor supervisor;
    private final Pause pause;
    private final Supplier<Moment> clock;
    private final Consumer<String> complaints;
    private final CountDownLatch firstLook = new CountDownLatch(1);
    private volatile boolean held;

    /// @param held whether it goes on without any target left, until it is let end
    public SupervisorLoop(
            Supervisor supervisor,
            Pause pause,
            Supplier<Moment> clock,
            Consumer<String> complaints,
            boolean held) {
        this.supervisor = supervisor;
        this.pause = pause;
        this.clock = clock;
        this.complaints = complaints;
        this.held = held;
    }

    /// From now on it ends when every target is gone, which may be at once.
    public void letEnd() {
        held = false;
        pause.wake();
    }

    /// Begins, and starts the thread for all that comes after: the first child need not wait for
    /// it.
    ///
    /// @return the last snapshot, once every target is gone and nobody holds it
    public CompletableFuture<Snapshot> start() {
        supervisor.begin(clock.get());
        var end = new CompletableFuture<Snapshot>();
        Thread.ofPlatform().name("supervisor").start(() -> run(end));
        return end;
    }

    /// Waits until every target has been started and looked at once, or could not be started; but
    /// not longer than that, for an exec may hang on a slow disk.
    public void awaitFirstLook(Duration atMost) throws InterruptedException {
        var _ = firstLook.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run(CompletableFuture<Snapshot> end) {
        try {
            for (Duration wait = tick(); !isOver(); wait = tick()) {
                pause.sleep(wait);
            }
            supervisor.awaitOutput(LAST_OUTPUT, clock);
            end.complete(supervisor.latest());
        } catch (InterruptedException | RuntimeException | Error fault) {
            end.completeExceptionally(fault);
        }
    }

    private boolean isOver() {
        return !held && supervisor.latest().allGone();
    }

    private Duration tick() {
        try {
            Duration wait = supervisor.tick(clock.get());
            if (firstLook.getCount() > 0 && supervisor.latest().allStarted()) {
                firstLook.countDown();
            }
            return wait;
        } catch (RuntimeException | Error fault) {
            // A guard that has met a bug still has to guard.
            complaints.accept("internal fault, the guard goes on: " + fault);
            return AFTER_A_FAULT;
        }
    }
}
