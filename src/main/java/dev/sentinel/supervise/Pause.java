package dev.sentinel.supervise;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Sleeps until a time is over or somebody wakes it, whichever comes first; now and then it wakes
/// without either, which costs the loop an early tick. A wake that comes while nobody sleeps ends
/// the next sleep at once, so none is lost.
public final class Pause {

    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable Thread sleeper;

    /// Called by the loop alone.
    void sleep(Duration atMost) throws InterruptedException {
        sleeper = Thread.currentThread();
        long nanos = atMost.toNanos();
        if (!woken.get() && nanos > 0) {
            LockSupport.parkNanos(this, nanos);
        }
        woken.set(false);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /// Called by anybody.
    public void wake() {
        woken.set(true);
        LockSupport.unpark(sleeper);
    }
}
