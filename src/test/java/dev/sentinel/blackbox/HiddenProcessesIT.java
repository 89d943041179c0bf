package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A user from whom /proc hides the processes of others. The command and its children are that
/// user's own and are guarded all the same.
class HiddenProcessesIT {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final String WARNING =
            "sentinel: warning: /proc hides the processes of others (hidepid);"
                    + " who of the tree runs as another user is neither seen nor counted";

    /// In a numbering of its own, whose first process is root's shell: before Linux 5.8 all views
    /// of one numbering have the same options.
    private static Guard start(int hidepid, String... arguments) throws Exception {
        String script = "mount -o remount,hidepid=%d /proc && \"$@\"; exit $?".formatted(hidepid);
        List<String> way = List.of("unshare", "-pf", "--mount-proc", "sh", "-c", script, "sh");
        return Guard.start(way, Surroundings.UNPRIVILEGED, arguments);
    }

    private static void assertWarnedOnce(int hidepid, String err) {
        List<String> expected = hidepid == 0 ? List.of() : List.of(WARNING);
        assertEquals(expected, err.lines().filter(line -> line.contains("warning")).toList());
    }

    @BeforeAll
    static void needs_nc() throws Exception {
        Needs.tools("nc");
        Needs.pidNamespace();
    }

    /// In a child, which has to be found first.
    private static final String LEAK_IN_A_CHILD =
            """
            import os, time

            if os.fork():
                os.wait()
            held = []
            while True:
                held.append(b'x' * (1 << 20))
                time.sleep(0.005)
            """;

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void a_leak_is_ended_at_its_limit(int hidepid) throws Exception {
        try (Herd herd = Herd.marked();
                Guard guard =
                        start(
                                hidepid,
                                Guard.words(
                                        List.of("-m", "100M"),
                                        herd.python(GRACE, LEAK_IN_A_CHILD)))) {
            Program.Result result = guard.await();
            assertEquals(123, result.code(), result.err());
            String last = result.err().lines().toList().getLast();
            assertTrue(
                    last.matches(
                            "sentinel: python3: memory 1\\d\\d\\.\\d MiB > limit 100\\.0 MiB"
                                    + " \\(rss, tree of 2\\); SIGTERM, ended after \\d\\.\\d\\d s"),
                    last);
            assertNobodyIsLeft(herd);
            assertWarnedOnce(hidepid, result.err());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void a_stop_ends_the_tree(int hidepid) throws Exception {
        try (Herd herd = Herd.marked();
                Guard guard = start(hidepid, herd.shell(GRACE, Herd.FOUR_KINDS))) {
            herd.awaitCount("sleep", 4);
            guard.stop();
            Program.Result result = guard.await();
            assertEquals(143, result.code(), result.err());
            assertNobodyIsLeft(herd);
            assertWarnedOnce(hidepid, result.err());
        }
    }

    private static void assertNobodyIsLeft(Herd herd) throws IOException {
        assertEquals(Map.of(), herd.left());
    }
}
