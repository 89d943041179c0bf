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
import java.util.Map;

/// More clients than Sentinel may have files open: they may not use up those that the guard needs.
class CrowdIT {

    private static final List<String> FEW_FILES = List.of("prlimit", "--nofile=64");

    private static final Duration INTERVAL = Duration.ofMillis(50);

    /// Two cores that others use too may keep any process waiting for that long.
    private static final Duration LOADED_MACHINE = Duration.ofSeconds(1);

    private static final Duration RECOVERY = Duration.ofSeconds(2);

    private static final Duration WATCHED = Duration.ofSeconds(3);

    private static final double CPU_SHARE = 0.2;

    /// Each says nothing, and comes again at once when it is sent away.
    private static final String CLIENTS =
            """
            import socket, sys, threading

            def client():
                while True:
                    with socket.socket(socket.AF_UNIX) as client:
                        client.connect(sys.argv[1])
                        try:
                            client.recv(1)
                        except ConnectionError:
                            pass

            threads = [threading.Thread(target=client) for _ in range(200)]
            for thread in threads:
                thread.start()
            print('all there', flush=True)
            """;

    /// Leaks in a child that is born when it is told to, and tells how long after the crossing of
    /// the limit SIGTERM came.
    private static final String LEAK_IN_A_CHILD =
            """
            import mmap, os, signal, sys, time

            def told(*_):
                print(round((time.monotonic() - crossed) * 1000), flush=True)
                os._exit(0)

            while not os.path.exists(sys.argv[2]):
                time.sleep(0.005)
            if os.fork():
                os.wait()
                sys.exit(0)
            signal.signal(signal.SIGTERM, told)
            held = mmap.mmap(-1, 200 << 20, flags=mmap.MAP_PRIVATE)
            for page in range(0, len(held), 4096):
                held[page] = 1
                if page == 100 << 20:
                    crossed = time.monotonic()
            while True:
                signal.pause()
            """;

    @TempDir Path directory;

    @BeforeAll
    static void needs_tools() {
        Needs.tools("nc", "prlimit", "getconf");
    }

    private static Program crowd(Guard guard) throws Exception {
        Eventually.isTrue(Guard.SOON, "the socket", () -> Files.exists(guard.socket()));
        List<String> words = List.of(Herd.PYTHON, "-c", CLIENTS, guard.socket().toString());
        Program crowd = Program.start(Map.of(), words);
        Eventually.isTrue(Guard.SOON, "a crowd", () -> crowd.out().equals("all there\n"));
        return crowd;
    }

    @Test
    void a_crowd_does_not_keep_sentinel_busy_and_is_over_when_it_has_gone() throws Exception {
        try (Guard guard = Guard.start(FEW_FILES, Surroundings.CGROUP, "sleep", "1000")) {
            try (Program _ = crowd(guard)) {
                double share = cpuShare(guard);
                assertTrue(share < CPU_SHARE, "share of a processor: " + share);
            }
            long gone = System.nanoTime();
            assertTrue(guard.ask("status").contains(" RUNNING "), "it answers");
            Duration took = Duration.ofNanos(System.nanoTime() - gone);
            assertTrue(took.compareTo(RECOVERY) <= 0, "answered after " + took);
            assertEquals(List.of(), warnings(guard));
        }
    }

    private static double cpuShare(Guard guard) throws Exception {
        long begin = System.nanoTime();
        double before = guard.cpuSeconds();
        Eventually.isTrue(
                WATCHED.plusSeconds(1),
                "the time to watch to pass",
                () -> System.nanoTime() - begin >= WATCHED.toNanos());
        return (guard.cpuSeconds() - before) / ((System.nanoTime() - begin) / 1e9);
    }

    private static List<String> warnings(Guard guard) throws Exception {
        return guard.program().err().lines().filter(line -> line.contains("warning")).toList();
    }

    @Test
    void a_crowd_does_not_delay_the_end_of_a_leak_that_began_after_it() throws Exception {
        Path leak = directory.resolve("leak");
        try (Herd herd = Herd.marked();
                Guard guard =
                        Guard.start(
                                FEW_FILES,
                                Surroundings.CGROUP,
                                Guard.words(
                                        List.of(
                                                "-m",
                                                "100M",
                                                "--interval",
                                                INTERVAL.toMillis() + "ms"),
                                        herd.python(
                                                Duration.ofSeconds(3),
                                                LEAK_IN_A_CHILD,
                                                leak.toString())));
                Program _ = crowd(guard)) {
            Files.createFile(leak);
            Program.Result result = guard.await();
            assertEquals(123, result.code(), result.err());
            assertEquals(List.of(), warnings(guard));
            Duration took = Duration.ofMillis(Long.parseLong(result.out().strip()));
            Duration bar = INTERVAL.plusMillis(100).plus(LOADED_MACHINE);
            assertTrue(took.compareTo(bar) <= 0, "took " + took + " and not at most " + bar);
            assertEquals(Map.of(), herd.left());
        }
    }
}
