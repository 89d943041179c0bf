package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Sentinel itself is stopped for a while, as a debugger, a frozen container or a laptop's lid does
/// it, and goes on.
class PausedIT {

    /// Longer than every time that the loop reckons with: at most one second from one look to the
    /// next, two of patience after SIGKILL. What is confused by a stop of ten seconds is confused
    /// by this one.
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final Duration INTERVAL = Duration.ofMillis(200);

    /// Two cores that others use too may keep any process waiting for that long.
    private static final Duration LOADED_MACHINE = Duration.ofSeconds(1);

    private static final List<String> OPTIONS =
            List.of("-m", "100M", "--interval", INTERVAL.toMillis() + "ms");

    /// Takes what is far over the limit when it is told to, and gives it back when it is told to.
    private static final String BREATHING =
            """
            import mmap, os, sys, time

            def until(name):
                while not os.path.exists(sys.argv[1] + '/' + name):
                    time.sleep(0.002)

            until('take')
            held = mmap.mmap(-1, 200 << 20, flags=mmap.MAP_PRIVATE)
            for page in range(0, len(held), 4096):
                held[page] = 1
            open(sys.argv[1] + '/taken', 'w').close()
            until('give')
            held.close()
            open(sys.argv[1] + '/given', 'w').close()
            time.sleep(1000)
            """;

    @TempDir Path directory;

    @BeforeAll
    static void needs_tools() {
        Needs.tools("nc", "curl");
    }

    private Guard start() throws Exception {
        String[] command = {Herd.PYTHON, "-c", BREATHING, directory.toString()};
        return Guard.start(Guard.words(OPTIONS, command)).awaitRunning();
    }

    private void tell(String wish, String done) throws Exception {
        Files.createFile(directory.resolve(wish));
        Eventually.isTrue(Guard.SOON, done, () -> Files.exists(directory.resolve(done)));
    }

    private static void stop(Guard guard) throws Exception {
        guard.program().signal("STOP");
        Path status = Path.of("/proc/%d/status".formatted(guard.program().pid()));
        Eventually.isTrue(
                Guard.SOON,
                "Sentinel to be stopped",
                () -> Files.readString(status).contains("State:\tT"));
    }

    private static void await(Duration time, long since) throws Exception {
        Eventually.isTrue(
                time.plusSeconds(1),
                "%s to pass".formatted(time),
                () -> System.nanoTime() - since >= time.toNanos());
    }

    @Test
    void what_came_and_went_meanwhile_is_forgiven_and_looks_go_on_as_before() throws Exception {
        try (Guard guard = start()) {
            double before = guard.metric("sentinel_samples_total");
            String said = guard.program().err();
            stop(guard);
            long stopped = System.nanoTime();
            tell("take", "taken");
            tell("give", "given");
            await(PAUSE, stopped);
            guard.program().signal("CONT");
            long began = System.nanoTime();
            Eventually.isTrue(
                    INTERVAL.plus(LOADED_MACHINE),
                    "a look",
                    () -> guard.metric("sentinel_samples_total") > before);
            await(INTERVAL.multipliedBy(5), began);
            double looks = guard.metric("sentinel_samples_total") - before;
            double due = (double) (System.nanoTime() - began) / INTERVAL.toNanos();
            // One before the stop, one after it, and no more: what was missed is not made up for.
            assertTrue(looks >= 2 && looks <= due + 2, looks + " looks, of " + due);
            assertTrue(guard.ask("status").contains(" RUNNING "), "it runs");
            assertEquals(said, guard.program().err());
        }
    }

    @Test
    void a_limit_that_was_crossed_meanwhile_is_enforced_at_the_next_look() throws Exception {
        try (Guard guard = start()) {
            stop(guard);
            long stopped = System.nanoTime();
            tell("take", "taken");
            await(PAUSE, stopped);
            assertTrue(guard.program().alive());
            guard.program().signal("CONT");
            long began = System.nanoTime();
            Program.Result result = guard.await();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertEquals(123, result.code(), result.err());
            String last = result.err().lines().toList().getLast();
            assertTrue(
                    last.matches(".*memory 2\\d\\d\\.\\d MiB > limit 100.*; SIGTERM, ended .*"),
                    last);
            Duration bar = INTERVAL.plus(LOADED_MACHINE);
            assertTrue(took.compareTo(bar) <= 0, "took " + took + " and not at most " + bar);
        }
    }
}
