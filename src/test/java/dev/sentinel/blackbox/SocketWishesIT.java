package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What can be changed at the socket, and what is told of it.
@SideBySide
class SocketWishesIT {

    private static final String[] TELLS_SIGNALS = {
        "sh", "-c", "trap 'echo usr1' USR1; echo ready; while :; do sleep 0.05; done"
    };

    private static final String[] FAT = {
        Herd.PYTHON, "-c", "import time; memory = b'x' * (80 << 20); time.sleep(60)"
    };

    @BeforeAll
    static void needs_nc() {
        Needs.tools("nc");
    }

    @Test
    void restart_answers_when_the_command_runs_again() throws Exception {
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning()) {
            long first = guard.targetPid();
            String answer = guard.ask("restart napper");
            assertTrue(answer.matches("OK napper: started again, pid \\d+\n"), answer);
            long second = guard.targetPid();
            assertNotEquals(first, second);
            assertTrue(ProcessHandle.of(first).isEmpty());
            assertTrue(guard.ask("json status").contains("\"starts\":2"));
            guard.ask("stop");
            assertEquals(143, guard.await().code());
        }
    }

    @Test
    void twenty_restarts_at_once_leave_one_process_and_a_stop_none() throws Exception {
        try (Guard guard =
                Guard.start("--name", "napper", "sh", "-c", "sleep 61.25 & wait").awaitRunning()) {
            List<Thread> crowd =
                    java.util.stream.IntStream.range(0, 20)
                            .mapToObj(_ -> Thread.startVirtualThread(() -> restart(guard)))
                            .toList();
            for (Thread one : crowd) {
                one.join();
            }
            assertEquals(1, sleepers());
            guard.ask("stop");
            guard.await();
            assertEquals(0, sleepers());
        }
    }

    private static void restart(Guard guard) {
        try (SocketClient client = SocketClient.at(guard.socket())) {
            var _ = client.say("restart").hear();
        } catch (java.io.IOException refused) {
            throw new java.io.UncheckedIOException(refused);
        }
    }

    private static int sleepers() throws Exception {
        return CommandLines.of(words -> words.equals(List.of("sleep", "61.25"))).size();
    }

    @Test
    void a_signal_reaches_the_command() throws Exception {
        try (Guard guard = Guard.start(Guard.words(List.of("--name", "ears"), TELLS_SIGNALS))) {
            guard.awaitRunning();
            Eventually.isTrue(
                    Guard.SOON, "its trap", () -> guard.program().out().contains("ready"));
            assertEquals("OK ears: SIGUSR1 sent\n", guard.ask("signal ears USR1"));
            Eventually.isTrue(Guard.SOON, "it", () -> guard.program().out().contains("usr1"));
            assertTrue(guard.ask("signal ears BOGUS").startsWith("ERR bad-value "));
        }
    }

    @Test
    void sigkill_for_the_command_ends_all_of_its_tree() throws Exception {
        try (Guard guard = Guard.start("--name", "two", "sh", "-c", "sleep 60 & sleep 60")) {
            guard.awaitRunning();
            String answer = guard.ask("signal two KILL");
            assertTrue(answer.matches("OK two: .*SIGKILL, ended after .*\n"), answer);
            assertEquals(137, guard.await().code());
        }
    }

    @Test
    void a_limit_counts_at_once() throws Exception {
        try (Guard guard = Guard.start(Guard.words(List.of("-m", "0", "--name", "fat"), FAT))) {
            guard.awaitRunning();
            Eventually.isTrue(
                    Guard.SOON,
                    "some memory",
                    () -> guard.metric("sentinel_memory_usage_bytes") > (60 << 20));
            assertEquals("OK fat: limit 8.00 GiB, was none\n", guard.ask("limit fat 8G"));
            assertTrue(guard.ask("limit fat much").startsWith("ERR bad-value "));
            assertTrue(
                    guard.ask("limit fat 50M").startsWith("OK fat: limit 50.0 MiB, was 8.00 GiB"));
            Program.Result end = guard.await();
            assertEquals(123, end.code(), end.err());
        }
    }

    @Test
    void what_happens_is_told_with_who_asked_for_it() throws Exception {
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning();
                SocketClient follower = SocketClient.at(guard.socket())) {
            follower.say("json events");
            guard.ask("limit napper 600M");
            guard.ask("stop");
            String events = follower.hear();
            List<String> words =
                    events.lines()
                            .map(line -> line.replaceAll(".*\"event\":\"([a-z-]+)\".*", "$1"))
                            .toList();
            assertEquals(
                    List.of(
                            "started",
                            "client",
                            "limit-changed",
                            "client",
                            "term",
                            "exited",
                            "ended"),
                    words);
            long numbers = events.lines().filter(line -> line.startsWith("{\"number\":")).count();
            assertEquals(words.size(), numbers);
            assertTrue(
                    events.contains("\"wish\":\"stop\",\"by\":{\"where\":\"socket\",\"uid\":"),
                    events);
        }
    }

    @Test
    void metrics_and_help_are_told_and_programs_get_json() throws Exception {
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning()) {
            assertTrue(
                    guard.ask("metrics").contains("\nsentinel_target_up{name=\"napper\",} 1.0\n"));
            assertTrue(guard.ask("help").contains("\nlimit NAME SIZE "));
            assertTrue(guard.ask("json version").startsWith("{\"ok\":true,\"text\":\"sentinel "));
            assertTrue(
                    guard.ask("json stop x")
                            .startsWith("{\"ok\":false,\"error\":\"unknown-target\","));
            assertTrue(guard.ask("logs napper").startsWith("ERR no-output napper: "));
        }
    }
}
