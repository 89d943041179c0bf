package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// Processes that are gone by the time that anybody looks at them.
class ShortLivesIT {

    private static final int LIVES = 10_000;

    /// Born one after the other, each to live up to two milliseconds. Tells when a tenth of them
    /// has lived, which is when Sentinel has warmed up, and when all have.
    private static final String MANY =
            """
            import os, random, signal, sys, time

            lives = int(sys.argv[2])
            for life in range(lives):
                if os.fork() == 0:
                    time.sleep(random.random() * 0.002)
                    os._exit(0)
                if life >= 8:
                    os.wait()
                if life == lives // 2:
                    print('warm', flush=True)
            print('over', flush=True)
            signal.pause()
            """;

    private static final Pattern NEGATIVE = Pattern.compile("(^|[ =:])-\\d", Pattern.MULTILINE);

    private static final long MOST_GROWTH = 5L << 20;

    @Test
    void ten_thousand_short_lives_leave_no_trace() throws Exception {
        Needs.tools("nc", "curl");
        try (Herd herd = Herd.marked();
                Guard guard =
                        Guard.start(
                                Guard.words(
                                        List.of("--interval", "5ms"),
                                        herd.python(
                                                Duration.ofSeconds(1),
                                                MANY,
                                                Integer.toString(LIVES))))) {
            int looks = lookUntil("warm", guard);
            long before = Memory.anonymous(guard.program().pid());
            looks += lookUntil("over", guard);
            assertTrue(looks > 20, "looks: " + looks);
            long growth = Memory.anonymous(guard.program().pid()) - before;
            assertTrue(growth < MOST_GROWTH, "bytes more: " + growth);
            var _ =
                    Eventually.get(
                            Guard.SOON,
                            "all of them to be gone",
                            () -> guard.ask("status"),
                            status -> status.contains(" processes 1 "));
            guard.stop();
            Program.Result result = guard.await();
            assertEquals(143, result.code());
            assertFalse(result.err().contains("Exception"), result.err());
            assertFalse(result.err().contains("\tat "), result.err());
        }
    }

    private static int lookUntil(String word, Guard guard) throws Exception {
        int looks = 0;
        while (!guard.program().out().contains(word)) {
            assertNothingNegative(guard.ask("status"));
            assertNothingNegative(guard.scrape());
            looks++;
        }
        return looks;
    }

    private static void assertNothingNegative(String text) {
        assertFalse(NEGATIVE.matcher(text).find(), text);
    }
}
