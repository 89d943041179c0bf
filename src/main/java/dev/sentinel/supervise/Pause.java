package dev.sentinel.supervise;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Sleeps until a time is over or somebody wakes it, whichever comes first. A wake that comes while
/// nobody sleeps ends the next sleep at once, so none is lost.
public final class Pause {

    private final Semaphore wakes = new Semaphore(0);

    /// Called by the loop alone.
    void sleep(Duration atMost) throws InterruptedException {
        if (wakes.tryAcquire(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS)) {
            wakes.drainPermits();
        }
    }

    /// Called by anybody.
    public void wake() {
        wakes.release();
    }
}
