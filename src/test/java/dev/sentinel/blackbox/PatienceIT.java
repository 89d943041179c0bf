package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/// How long Sentinel waits for those who end by themselves, and for whom it does not wait.
class PatienceIT {

    /// Two cores that others use too may keep any process waiting for that long.
    private static final Duration LOADED_MACHINE = Duration.ofSeconds(1);

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration COMMAND = Duration.ofSeconds(1);

    /// Takes 0.4 s to end when it is asked to.
    private static final String TIDIES =
            """
            trap 'sleep 0.4; echo tidied; exit 0' TERM
            echo ready
            while :; do sleep 0.02; done
            """;

    @RepeatedTest(20)
    void who_tidies_up_within_the_grace_period_is_not_killed() throws Exception {
        try (Guard guard = Guard.start(Surroundings.CGROUP, "-k", "3s", "sh", "-c", TIDIES)) {
            Eventually.isTrue(Guard.SOON, "a trap", () -> guard.program().out().contains("ready"));
            long asked = System.nanoTime();
            guard.stop();
            Duration took = Duration.ofNanos(System.nanoTime() - asked);
            Program.Result result = guard.await();
            assertEquals("ready\ntidied\n", result.out());
            assertEquals(0, result.code());
            assertFalse(result.err().contains("; SIGTERM, then SIGKILL"), result.err());
            assertTrue(took.compareTo(Duration.ofMillis(700).plus(LOADED_MACHINE)) < 0, "" + took);
        }
    }

    /// The dashboard reads what the command writes, and whoever is left could go on writing.
    @Test
    void who_holds_the_output_of_a_command_that_has_ended_is_not_waited_for() throws Exception {
        String orphan = "trap : TERM; while echo held; do sleep 0.1; done";
        try (Herd herd = Herd.marked();
                Terminal terminal = Terminal.open(100, 30)) {
            String options = "-k %ds --no-socket --no-metrics".formatted(GRACE.toSeconds());
            String tree =
                    "setsid sh -c '%s' %s & sleep %d"
                            .formatted(orphan, herd.mark(), COMMAND.toSeconds());
            terminal.type("exec %s %s sh -c \"%s\"".formatted(Guard.BINARY, options, tree));
            Eventually.isTrue(Guard.SOON, "the orphan", () -> herd.count("sh") > 0);
            long begun = System.nanoTime();
            terminal.awaitEnd();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            assertEquals(Map.of(), herd.left());
            Duration most = COMMAND.plus(GRACE).plusSeconds(2).plus(LOADED_MACHINE);
            assertTrue(took.compareTo(most) < 0, "took " + took);
        }
    }
}
