package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Sentinel is for: the leaker, its tree, and the end of both.
class LimitIT {

    private static final List<String> LIMIT = List.of("-m", "150M", "--name", "leaker");

    @Test
    void the_leaker_dies_of_sigterm_at_its_limit() throws Exception {
        try (Guard guard = Guard.start(Guard.words(LIMIT, Guard.leaker("--rate", "100M/s")))) {
            Program.Result result = guard.await();
            assertEquals(123, result.code());
            String last = result.err().lines().toList().getLast();
            assertTrue(
                    last.matches(
                            "sentinel: leaker: memory 1\\d\\d\\.\\d MiB > limit 150\\.0 MiB"
                                    + " \\(rss, tree of 1\\); SIGTERM, ended after 0\\.\\d\\d s"),
                    last);
        }
    }

    @Test
    void one_that_ignores_sigterm_dies_of_sigkill_after_three_seconds() throws Exception {
        String[] leaker = Guard.leaker("--rate", "100M/s", "--until", "200M", "--ignore-term");
        try (Guard guard = Guard.start(Guard.words(LIMIT, leaker))) {
            Program.Result result = guard.await();
            assertEquals(123, result.code());
            Matcher kill =
                    Pattern.compile("sending SIGKILL to what is left after (\\d\\.\\d\\d) s")
                            .matcher(result.err());
            assertTrue(kill.find(), result.err());
            double seconds = Double.parseDouble(kill.group(1));
            assertTrue(seconds >= 3.0 && seconds <= 3.5, "SIGKILL after " + seconds);
            assertTrue(
                    result.err().contains("SIGTERM, then SIGKILL, ended after 3."), result.err());
        }
    }

    @Test
    void the_memory_of_all_children_counts_and_all_of_them_go() throws Exception {
        String[] leaker = Guard.leaker("--rate", "20M/s", "--children", "5");
        try (Guard guard =
                Guard.start(Guard.words(List.of("-m", "500M", "--name", "leaker"), leaker))) {
            List<Long> tree = awaitTreeOf(guard, 6);
            Program.Result result = guard.await();
            assertEquals(123, result.code());
            assertTrue(result.err().contains("(rss, tree of 6)"), result.err());
            assertNothingLeftOf(tree);
        }
    }

    @Test
    void a_child_in_a_session_of_its_own_goes_too() throws Exception {
        String[] leaker = Guard.leaker("--until", "20M", "--escape");
        try (Guard guard = Guard.start(Guard.words(LIMIT, leaker))) {
            List<Long> tree = awaitTreeOf(guard, 2);
            guard.ask("stop");
            guard.await();
            assertNothingLeftOf(tree);
        }
    }

    @Test
    void what_the_command_leaves_behind_is_ended_and_its_exit_code_kept() throws Exception {
        try (Guard guard = Guard.start("sh", "-c", "sleep 60 & sleep 1; exit 5")) {
            Program.Result result = guard.await();
            assertEquals(5, result.code());
            assertTrue(
                    result.err().contains("exited with 5 and left processes behind; SIGTERM"),
                    result.err());
        }
    }

    @Test
    void without_a_limit_nothing_is_ended() throws Exception {
        String[] leaker = Guard.leaker("--rate", "200M/s", "--until", "300M", "--after", "3s");
        try (Guard guard = Guard.start(Guard.words(List.of("-m", "0"), leaker))) {
            assertEquals(0, guard.await().code());
        }
    }

    @Test
    void a_peak_that_does_not_last_is_forgiven() throws Exception {
        String[] leaker =
                Guard.leaker("--rate", "300M/s", "--saw", "--until", "250M", "--after", "5s");
        try (Guard guard = Guard.start(Guard.words(List.of("-m", "200M", "--for", "3s"), leaker))) {
            assertEquals(0, guard.await().code());
        }
    }

    @Test
    void preserve_status_tells_how_the_command_ended() throws Exception {
        List<String> options = List.of("-m", "150M", "--preserve-status");
        try (Guard guard = Guard.start(Guard.words(options, Guard.leaker("--rate", "100M/s")))) {
            assertEquals(143, guard.await().code());
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void a_signal_to_sentinel_ends_the_tree_and_sets_the_code(String signal, int code)
            throws Exception {
        try (Guard guard = Guard.start("sh", "-c", "sleep 60 & sleep 60").awaitRunning()) {
            List<Long> tree = awaitTreeOf(guard, 3);
            guard.program().signal(signal);
            assertEquals(code, guard.await().code());
            assertNothingLeftOf(tree);
        }
    }

    @Test
    void a_second_interrupt_does_not_wait_for_the_grace_period() throws Exception {
        String ignoring = "trap '' INT TERM; while :; do sleep 1; done";
        try (Guard guard = Guard.start("-k", "60s", "sh", "-c", ignoring).awaitRunning()) {
            guard.program().signal("INT");
            Eventually.isTrue(
                    Guard.SOON, "the stop", () -> guard.ask("status").contains(" STOPPING "));
            guard.program().signal("INT");
            assertEquals(130, guard.await().code());
        }
    }

    /// Pids of the target and all its descendants, once there are that many.
    private static List<Long> awaitTreeOf(Guard guard, int size) throws Exception {
        guard.awaitRunning();
        long target = guard.targetPid();
        return Eventually.get(
                Guard.SOON,
                "a tree of " + size,
                () ->
                        java.util.stream.Stream.concat(
                                        ProcessHandle.of(target).stream(),
                                        ProcessHandle.of(target).stream()
                                                .flatMap(ProcessHandle::descendants))
                                .map(ProcessHandle::pid)
                                .toList(),
                tree -> tree.size() >= size);
    }

    /// A zombie has ended; that its new parent is slow to fetch its status is not ours to mend.
    private static void assertNothingLeftOf(List<Long> tree) throws Exception {
        for (long pid : tree) {
            String state = Program.output("ps", "-o", "stat=", "-p", Long.toString(pid)).strip();
            assertTrue(
                    state.isEmpty() || state.startsWith("Z"),
                    "process %d still lives, in state %s".formatted(pid, state));
        }
    }
}
