package dev.sentinel.blackbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Waits for something to become true, and fails loudly when it does not.
final class Eventually {

    private static final long LOOK_AGAIN_MILLIS = 20;

    private Eventually() {}

    /// Asks again and again; the first answer that will do is returned.
    static <T> T get(Duration deadline, String what, Callable<T> ask, Predicate<T> willDo)
            throws Exception {
        long end = System.nanoTime() + deadline.toNanos();
        Optional<T> last = Optional.empty();
        do {
            last = Optional.ofNullable(ask.call());
            if (last.filter(willDo).isPresent()) {
                return last.get();
            }
            var _ = new CountDownLatch(1).await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } while (System.nanoTime() < end);
        throw new AssertionError(
                "waited %s for %s; the last answer was: %s"
                        .formatted(deadline, what, last.orElse(null)));
    }

    static void isTrue(Duration deadline, String what, Callable<Boolean> ask) throws Exception {
        get(deadline, what, ask, answer -> answer);
    }
}
