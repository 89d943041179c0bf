package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/// A tree that SIGKILL does not end: the freezer of the kernel's first cgroups puts a process into
/// a real uninterruptible sleep, which no signal ends before it is thawed.
class UnkillableIT {

    /// Grace 0.2 s, two seconds of patience, and a machine that has other things to do.
    private static final Duration TOLD = Duration.ofSeconds(6);

    private static final Duration WATCHED = Duration.ofSeconds(3);

    @BeforeAll
    static void needs_a_freezer() throws Exception {
        Needs.tools("nc", "curl", "getconf");
        // The second cgroups' frozen processes can be killed.
        Needs.firstCgroups(Freezer.CONTROLLER);
    }

    @Test
    void what_sigkill_cannot_end_is_told_and_watched_until_it_goes() throws Exception {
        try (Guard guard = Guard.start("-k", "200ms", "sleep", "1000").awaitRunning();
                Freezer freezer = Freezer.freeze(guard.targetPid())) {
            long pid = guard.targetPid();
            assertStopIsAnsweredAsUnkillable(guard);
            assertTrue(guard.ask("status").startsWith("sleep UNKILLABLE pid " + pid + " "));
            assertTrue(guard.ask("json status").contains("\"state\":\"UNKILLABLE\""));
            assertEquals(1, guard.metric("sentinel_kill_survivors"));
            assertIsWatchedAtLittleCost(guard);
            freezer.thaw();
            Program.Result result = guard.await();
            assertEquals(143, result.code());
            assertTold(result.err(), pid);
        }
    }

    private static void assertStopIsAnsweredAsUnkillable(Guard guard) throws Exception {
        long before = System.nanoTime();
        String answer = guard.ask("stop");
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertEquals("ERR unkillable sleep: 1 process survives SIGKILL; watching on\n", answer);
        assertTrue(took.compareTo(TOLD) < 0, "answered after " + took);
    }

    /// The loop still turns, and hardly uses the processor. It is asked for less than 2 %; where
    /// others use the same processors, caches are cold and every look costs more, so a test that is
    /// to fail for a reason allows 5 %. A loop that turned as fast as it does while killing would
    /// use far more.
    private static void assertIsWatchedAtLittleCost(Guard guard) throws Exception {
        double samples = guard.metric("sentinel_samples_total");
        double kills = guard.metric("sentinel_signals_sent_total");
        long begin = System.nanoTime();
        double cpuBefore = guard.cpuSeconds();
        Eventually.isTrue(
                WATCHED.plusSeconds(1),
                "the time to watch to pass",
                () -> System.nanoTime() - begin >= WATCHED.toNanos());
        double share = (guard.cpuSeconds() - cpuBefore) / ((System.nanoTime() - begin) / 1e9);
        assertTrue(share < 0.05, "share of a processor: " + share);
        double looks = guard.metric("sentinel_samples_total") - samples;
        assertTrue(looks >= 2 && looks <= 6, "looks: " + looks);
        assertEquals(kills, guard.metric("sentinel_signals_sent_total"), "it had its SIGKILL");
        long asked = System.nanoTime();
        assertTrue(guard.ask("status").startsWith("sleep UNKILLABLE "));
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, "answered after " + took);
    }

    private static void assertTold(String err, long pid) {
        String line =
                "sentinel: sleep: 1 process survives SIGKILL: %d (sleep); it is in uninterruptible sleep or may not be signalled; watching on"
                        .formatted(pid);
        assertEquals(1, err.lines().filter(line::equals).count(), err);
        String last = err.lines().reduce("", (_, next) -> next);
        assertTrue(
                last.matches(
                        "sentinel: sleep: stop asked for at the socket by uid \\d+, pid \\d+; SIGTERM, then SIGKILL, .* after \\d+\\.\\d\\d s.*"),
                err);
    }
}
