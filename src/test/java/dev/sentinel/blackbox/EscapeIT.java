package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Processes that try to get away from a stop, each in its own way.
class EscapeIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /// Two cores that others use too may keep any process waiting for that long.
    private static final Duration LOADED_MACHINE = Duration.ofSeconds(1);

    private static final String FIVE_KINDS =
            """
            sleep $1 &
            setsid sleep $1 &
            (setsid sleep $1 &) &
            (env -i setsid sleep $1 &) &
            exec sleep $1
            """;

    @ParameterizedTest
    @CsvSource({
        "CGROUP, false", "NO_CGROUP, false", "UNPRIVILEGED, false",
        "CGROUP, true", "NO_CGROUP, true", "UNPRIVILEGED, true"
    })
    void a_stop_reaches_daemons(Surroundings surroundings, boolean bySignal) throws Exception {
        Duration grace = Duration.ofSeconds(1);
        try (Herd herd = Herd.marked();
                Guard guard = Guard.start(surroundings, herd.shell(grace, FIVE_KINDS))) {
            herd.awaitCount("sleep", 5);
            long began = System.nanoTime();
            if (bySignal) {
                guard.program().signal("TERM");
            } else {
                guard.stop();
            }
            guard.await();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertEquals(Map.of(), herd.left());
            assertSooner(grace.plusMillis(500).plus(LOADED_MACHINE), took);
        }
    }

    private static final String FIVE_HUNDRED =
            """
            import os, signal

            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            for number in range(499):
                if os.fork() == 0:
                    if number % 2:
                        os.setsid()
                    break
            signal.pause()
            """;

    @ParameterizedTest
    @EnumSource
    void five_hundred_who_ignore_sigterm_are_killed_within_a_second(Surroundings surroundings)
            throws Exception {
        try (Herd herd = Herd.marked();
                Guard guard =
                        Guard.start(
                                surroundings, herd.python(Duration.ofMillis(200), FIVE_HUNDRED))) {
            herd.awaitCount("python3", 500);
            long began = System.nanoTime();
            guard.stop();
            guard.await();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertEquals(Map.of(), herd.left());
            assertSooner(Duration.ofMillis(1200).plus(LOADED_MACHINE), took);
        }
    }

    /// Ends and lives on in its child, again and again; by itself only after ten seconds.
    private static final String COMET =
            """
            import os, signal, sys, time

            if os.fork():
                signal.pause()
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            os.setsid()
            end = time.monotonic() + 10
            while time.monotonic() < end:
                with open(sys.argv[2], 'a') as heartbeat:
                    heartbeat.write('.')
                time.sleep(0.002)
                if os.fork():
                    os._exit(0)
            """;

    @ParameterizedTest
    @EnumSource
    void who_forks_and_ends_all_the_time_is_caught(
            Surroundings surroundings, @TempDir Path directory) throws Exception {
        surroundings.open(directory);
        Path heartbeat = directory.resolve("heartbeat");
        try (Herd herd = Herd.marked();
                Guard guard =
                        Guard.start(
                                surroundings,
                                herd.python(Duration.ofMillis(100), COMET, heartbeat.toString()))) {
            Eventually.isTrue(
                    Guard.SOON,
                    "a heartbeat",
                    () -> Files.exists(heartbeat) && Files.size(heartbeat) > 20);
            guard.stop();
            guard.await();
            long beats = Files.size(heartbeat);
            assertEquals(Map.of(), herd.left());
            Eventually.isTrue(
                    AT_ONCE,
                    "a heartbeat that is old",
                    () -> {
                        long last = Files.getLastModifiedTime(heartbeat).toMillis();
                        return System.currentTimeMillis() - last > 200;
                    });
            assertEquals(beats, Files.size(heartbeat));
        }
    }

    private static final String STOPPED =
            """
            trap 'echo handled; exit 0' TERM
            kill -STOP $$
            while :; do sleep 0.02; done
            """;

    @ParameterizedTest
    @EnumSource
    void a_stopped_process_gets_to_handle_its_signal(Surroundings surroundings) throws Exception {
        try (Herd herd = Herd.marked();
                Guard guard =
                        Guard.start(surroundings, herd.shell(Duration.ofSeconds(10), STOPPED))) {
            long target = guard.awaitRunning().targetPid();
            Path status = Path.of("/proc/" + target + "/status");
            Eventually.isTrue(
                    Guard.SOON,
                    "a stopped process",
                    () -> Files.readString(status).contains("State:\tT"));
            long began = System.nanoTime();
            guard.stop();
            guard.await();
            assertEquals("handled\n", guard.program().out());
            assertSooner(AT_ONCE, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static void assertSooner(Duration bar, Duration took) {
        assertTrue(took.compareTo(bar) <= 0, "took " + took + " and not at most " + bar);
    }
}
