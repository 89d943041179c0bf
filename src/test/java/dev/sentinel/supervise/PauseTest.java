package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PauseTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Pause pause = new Pause();

    @Test
    void a_wake_before_a_sleep_is_not_lost() {
        pause.wake();
        assertTimeoutPreemptively(SOON, () -> pause.sleep(LONG));
    }

    @Test
    void a_wake_ends_a_sleep() throws InterruptedException {
        Thread sleeper = Thread.ofPlatform().start(this::sleepLong);
        pause.wake();
        assertTrue(sleeper.join(SOON));
    }

    @Test
    void many_wakes_end_one_sleep() throws InterruptedException {
        pause.wake();
        pause.wake();
        pause.sleep(LONG);
        Duration brief = Duration.ofMillis(20);
        long before = System.nanoTime();
        pause.sleep(brief);
        assertTrue(System.nanoTime() - before >= brief.toNanos());
    }

    @Test
    void a_time_that_is_over_is_no_sleep() {
        assertTimeoutPreemptively(SOON, () -> pause.sleep(Duration.ofSeconds(-1)));
    }

    private void sleepLong() {
        try {
            pause.sleep(LONG);
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
