package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The wall clock is set while Sentinel waits.
class WallClockIT {

    private static final String DEAF =
            """
            import os, signal, time
            signal.signal(signal.SIGTERM, lambda *_: print('asked', flush=True))
            print('ready', os.getpid(), flush=True)
            while True:
                time.sleep(1000)
            """;

    private static final String READY = "ready ";

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"+1d", "-1d"})
    void a_clock_that_jumps_in_the_grace_period_changes_nothing(String jump) throws Exception {
        Path library = library();
        Path clock = Files.writeString(directory.resolve("clock"), "+0");
        Map<String, String> environment =
                Map.of(
                        "XDG_CACHE_HOME",
                        Guard.ENVIRONMENT.get("XDG_CACHE_HOME"),
                        "LD_PRELOAD",
                        library.toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        clock.toString(),
                        "FAKETIME_NO_CACHE",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1");
        List<String> line =
                List.of(
                        Guard.BINARY.toString(),
                        "-v",
                        "--no-tui",
                        "--no-socket",
                        "--no-metrics",
                        // The command has the real clock: Python cannot sleep by the other.
                        "env",
                        "-u",
                        "LD_PRELOAD",
                        Herd.PYTHON,
                        "-c",
                        DEAF);
        try (Program program = Program.start(environment, line)) {
            Eventually.isTrue(Guard.SOON, "it to run", () -> program.out().contains("ready"));
            long begun = System.nanoTime();
            program.signal("TERM");
            Eventually.isTrue(Guard.SOON, "SIGTERM", () -> program.out().contains("asked"));
            Files.writeString(clock, jump);
            Path command =
                    Path.of(
                            "/proc",
                            program.out()
                                    .lines()
                                    .findFirst()
                                    .orElseThrow()
                                    .substring(READY.length()));
            Eventually.isTrue(Guard.SOON, "its end", () -> !Files.exists(command));
            // Not the end of Sentinel itself, which takes its time on a busy machine.
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            Program.Result result = program.await(Guard.SOON);
            assertEquals(143, result.code(), result.err());
            assertTrue(result.err().contains("SIGTERM, then SIGKILL"), result.err());
            assertTrue(took.toMillis() >= 3000 && took.toMillis() <= 3500, "took " + took);
        }
    }

    /// Made for programs with several threads, wherever the distribution puts it.
    private static Path library() throws Exception {
        try (Stream<Path> found =
                Files.find(
                        Path.of("/usr/lib"), 4, (path, _) -> path.endsWith("libfaketimeMT.so.1"))) {
            Path library = found.findFirst().orElse(null);
            Needs.that(library != null, "libfaketime");
            return library;
        }
    }
}
