package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What becomes of the tree when Sentinel itself is killed.
class WatchdogIT {

    private static final int ROUNDS = 7;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource
    void a_killed_sentinel_takes_its_tree_along(Surroundings surroundings) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (Herd herd = Herd.marked();
                    Guard guard = Guard.start(surroundings, herd.shell(Herd.FOUR_KINDS))) {
                herd.awaitCount("sleep", 4);
                guard.program().signal("KILL");
                herd.awaitNobody(AT_ONCE);
                assertNothingElseStays(surroundings, guard);
            }
        }
    }

    /// The watchdog is there before the command is, so not even its first act is too early.
    @ParameterizedTest
    @EnumSource
    void who_kills_sentinel_at_once_is_taken_along(Surroundings surroundings) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (Herd herd = Herd.marked();
                    Guard guard =
                            Guard.start(
                                    surroundings,
                                    herd.shell("kill -KILL $PPID; " + Herd.FOUR_KINDS))) {
                assertEquals(137, guard.await().code());
                herd.awaitNobody(AT_ONCE);
                assertNothingElseStays(surroundings, guard);
            }
        }
    }

    /// dash makes a pipe for a document of any kind, bash for small ones, and an old bash makes
    /// files.
    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "env BASH_COMPAT=5.0 bash"})
    void any_shell_will_do(String shell) throws Exception {
        try (Herd herd = Herd.marked()) {
            List<String> words = new ArrayList<>(List.of(shell.split(" ")));
            words.add(Path.of("target/bundle/bin/sentinel").toAbsolutePath().toString());
            words.addAll(List.of("-q", "--no-tui", "--no-socket", "--no-metrics"));
            words.addAll(List.of(herd.shell("kill -KILL $PPID; " + Herd.FOUR_KINDS)));
            assertEquals(137, Program.run(Guard.SOON, Guard.ENVIRONMENT, words).code());
            herd.awaitNobody(AT_ONCE);
        }
    }

    private static final String STORM =
            """
            import os, sys, time

            end = time.monotonic() + 5
            while time.monotonic() < end:
                daemon = os.fork()
                if daemon == 0:
                    os.setsid()
                    if os.fork():
                        os._exit(0)
                    os.execvp('sh', ['sh', '-c', 'sleep $0 & exec sleep $0', sys.argv[1]])
                os.waitpid(daemon, 0)
                time.sleep(0.01)
            """;

    @ParameterizedTest
    @EnumSource
    void who_is_being_born_meanwhile_goes_too(Surroundings surroundings) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (Herd herd = Herd.marked();
                    Guard guard =
                            Guard.start(surroundings, herd.python(Duration.ofSeconds(1), STORM))) {
                Eventually.isTrue(Guard.SOON, "a storm", () -> herd.count("sleep") > 20);
                guard.program().signal("KILL");
                herd.awaitNobody(AT_ONCE);
                assertNothingElseStays(surroundings, guard);
            }
        }
    }

    @Test
    void in_a_cgroup_nobody_hides_by_clearing_the_environment() throws Exception {
        String hiding = "(env -i setsid sleep $1 &) & exec sleep $1";
        try (Herd herd = Herd.marked();
                Guard guard = Guard.start(Surroundings.CGROUP, herd.shell(hiding))) {
            herd.awaitCount("sleep", 2);
            guard.program().signal("KILL");
            herd.awaitNobody(AT_ONCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sentinel_that_ends_leaves_no_watchdog(Surroundings surroundings) throws Exception {
        try (Herd herd = Herd.marked();
                Guard guard = Guard.start(surroundings, "sleep", herd.mark())) {
            herd.awaitCount("sleep", 1);
            assertEquals(1, guard.watchdogs().size());
            guard.program().signal("TERM");
            assertEquals(143, guard.await().code());
            assertNothingElseStays(surroundings, guard);
        }
    }

    /// The second tree shows that a watchdog would have had the time to end the first one.
    @ParameterizedTest
    @EnumSource
    void a_tree_may_be_left_alone(Surroundings surroundings) throws Exception {
        try (Herd left = Herd.marked();
                Herd taken = Herd.marked();
                Guard leaving =
                        Guard.start(surroundings, "--on-death", "leave", "sleep", left.mark());
                Guard taking = Guard.start(surroundings, "sleep", taken.mark())) {
            left.awaitCount("sleep", 1);
            taken.awaitCount("sleep", 1);
            leaving.program().signal("KILL");
            taking.program().signal("KILL");
            taken.awaitNobody(AT_ONCE);
            assertEquals(1, left.count("sleep"));
            leaving.awaitWatchdogsEnd(AT_ONCE);
            if (surroundings == Surroundings.CGROUP) {
                Path cgroup = Surroundings.cgroupOf(leaving.program().pid());
                assertFalse(Files.readString(cgroup.resolve("cgroup.procs")).isEmpty());
                left.end();
                Guard.run("--no-socket", "--no-metrics", "-q", "true");
                assertFalse(Files.exists(cgroup), "the next start removes what is empty");
            }
        }
    }

    @Test
    void only_empty_cgroups_of_crashed_runs_are_removed() throws Exception {
        Surroundings.CGROUP.assume();
        long dead;
        try (Program ended = Program.start(Map.of(), List.of("true"))) {
            dead = ended.pid();
            ended.await(Guard.SOON);
        }
        Path empty = Surroundings.cgroupOf(dead);
        Path inhabited = empty.resolveSibling("sentinel-%d-2".formatted(dead));
        try (Herd herd = Herd.marked();
                Program living = Program.start(Map.of(), List.of("sleep", herd.mark()))) {
            Files.createDirectory(inhabited);
            Files.writeString(inhabited.resolve("cgroup.procs"), Long.toString(living.pid()));
            Files.createDirectory(empty);
            assertEquals(0, Guard.run("--no-socket", "--no-metrics", "-q", "true").code());
            assertFalse(Files.exists(empty));
            assertTrue(Files.exists(inhabited));
            assertTrue(living.alive());
        } finally {
            Files.deleteIfExists(empty);
            removeOnceEmpty(inhabited);
        }
    }

    /// As in a container, where the next run has the pid of the last one.
    @Test
    void the_cgroup_of_a_crashed_run_with_the_same_pid_is_not_in_the_way() throws Exception {
        Surroundings.CGROUP.assume();
        Needs.mountNamespace();
        Path left = Surroundings.cgroupOf(1);
        Files.createDirectory(left);
        try {
            Program.Result result =
                    Program.shell(
                            Guard.SOON,
                            Guard.ENVIRONMENT,
                            "unshare -pf --mount-proc %s -v --no-socket --no-metrics true"
                                    .formatted(Guard.BINARY));
            assertEquals(0, result.code(), result.err());
            assertFalse(result.err().contains("no cgroup"), result.err());
            assertFalse(Files.exists(left));
        } finally {
            Files.deleteIfExists(left);
        }
    }

    /// The kernel takes a moment to see that a killed process has gone.
    private static void removeOnceEmpty(Path cgroup) throws Exception {
        Eventually.isTrue(
                Guard.SOON,
                "an empty cgroup",
                () -> !Files.exists(cgroup) || cgroup.toFile().delete());
    }

    private static void assertNothingElseStays(Surroundings surroundings, Guard guard)
            throws Exception {
        Eventually.isTrue(AT_ONCE, "no watchdog", () -> guard.watchdogs().isEmpty());
        if (surroundings == Surroundings.CGROUP) {
            Path cgroup = Surroundings.cgroupOf(guard.program().pid());
            Eventually.isTrue(AT_ONCE, "no cgroup", () -> !Files.exists(cgroup));
        }
    }
}
