package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A tree that doubles as fast as it can, over its limit, and does not heed SIGTERM.
class ForkBombIT {

    /// From the start of Sentinel to the end of all.
    private static final Duration OVER = Duration.ofSeconds(5);

    private static final Duration ANSWERED = Duration.ofSeconds(1);

    /// Two cores that a thousand processes use too keep every process waiting, also nc.
    private static final Duration LOADED_MACHINE = Duration.ofSeconds(1);

    /// As many are born as there are tokens in a pipe, and none lives longer than ten seconds: it
    /// must not go off among other tests.
    private static final String BOMB =
            """
            import os, signal, time

            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            end = time.monotonic() + 10
            taken, given = os.pipe()
            os.write(given, b'.' * 1000)
            os.set_blocking(taken, False)
            while time.monotonic() < end:
                try:
                    os.read(taken, 1)
                    os.fork()
                except BlockingIOError:
                    time.sleep(0.05)
            """;

    @ParameterizedTest
    @EnumSource
    void a_fork_bomb_ends_and_sentinel_answers_all_the_time(Surroundings surroundings)
            throws Exception {
        long began = System.nanoTime();
        try (Herd herd = Herd.marked();
                Guard guard =
                        Guard.start(
                                surroundings,
                                Guard.words(
                                        List.of("-m", "256M"),
                                        herd.python(Duration.ofMillis(500), BOMB)))) {
            guard.awaitSocket();
            Duration slowest = Duration.ZERO;
            int answers = 0;
            while (guard.program().alive()) {
                long asked = System.nanoTime();
                answers += guard.ask("status").contains(" pid ") ? 1 : 0;
                Duration waited = Duration.ofNanos(System.nanoTime() - asked);
                slowest = waited.compareTo(slowest) > 0 ? waited : slowest;
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertEquals(123, guard.await().code());
            assertEquals(Map.of(), herd.left());
            assertTrue(took.compareTo(OVER.plus(LOADED_MACHINE)) < 0, "took " + took);
            assertTrue(answers > 0, "no answer at all");
            assertTrue(slowest.compareTo(ANSWERED.plus(LOADED_MACHINE)) < 0, "slowest " + slowest);
        }
    }
}
