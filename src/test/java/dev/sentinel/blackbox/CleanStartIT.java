package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What holding a tree together leaves to be seen: nothing in the command, no zombies beside it.
@SideBySide
class CleanStartIT {

    /// glibc keeps 32 and 33 for itself. Its posix_spawn leaves them ignored in the child, and no
    /// program can see that, for glibc does not let it ask.
    private static final BigInteger KEPT_BY_THE_C_LIBRARY = new BigInteger("180000000", 16);

    /// Compared with one that Sentinel has not started: whoever runs this test may ignore a signal.
    @ParameterizedTest
    @EnumSource
    void the_command_is_as_it_would_be_without_sentinel(Surroundings surroundings)
            throws Exception {
        try (Herd herd = Herd.marked();
                Program plain = Program.start(Map.of(), List.of("sleep", "60"));
                Guard guard = Guard.start(surroundings, "sleep", herd.mark())) {
            herd.awaitCount("sleep", 1);
            Path child = Path.of("/proc", Long.toString(guard.awaitRunning().targetPid()));
            Path other = Path.of("/proc", Long.toString(plain.pid()));
            var _ =
                    Eventually.get(
                            Guard.SOON,
                            "three descriptors",
                            () -> names(child.resolve("fd")),
                            List.of("0", "1", "2")::equals);
            for (String mask : List.of("SigBlk", "SigIgn", "SigCgt")) {
                assertEquals(signals(other, mask), signals(child, mask), mask);
            }
            assertEquals(BigInteger.ZERO, signals(child, "SigCgt"));
            assertEquals(Math.min(1000, oomScore(other) + 100), oomScore(child));
            assertEquals(
                    oomScore(other),
                    oomScore(Path.of("/proc", Long.toString(guard.program().pid()))));
            assertEquals(surroundings.marks(), marks(child));
            guard.stop();
            guard.await();
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> directory.relativize(file).toString()).sorted().toList();
        }
    }

    private static BigInteger signals(Path process, String mask) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith(mask + ":"))
                .map(line -> new BigInteger(line.substring(mask.length() + 1).strip(), 16))
                .map(signals -> signals.andNot(KEPT_BY_THE_C_LIBRARY))
                .findFirst()
                .orElseThrow();
    }

    private static int oomScore(Path process) throws IOException {
        return Integer.parseInt(Files.readString(process.resolve("oom_score_adj")).strip());
    }

    private static List<String> marks(Path process) throws IOException {
        String environment = Files.readString(process.resolve("environ"));
        return Stream.of(environment.split("\0", -1))
                .filter(variable -> variable.startsWith("SENTINEL_"))
                .map(variable -> variable.replaceFirst("=.*", ""))
                .sorted()
                .toList();
    }

    /// All of them wait for one pipe to be closed, and so end at once. Then counts who is left.
    private static final String FIVE_HUNDRED_ORPHANS =
            """
            import os, sys, time

            end_reader, end_writer = os.pipe()
            for number in range(500):
                child = os.fork()
                if child == 0:
                    if os.fork():
                        os._exit(0)
                    os.close(end_writer)
                    os.read(end_reader, 1)
                    os._exit(0)
                os.waitpid(child, 0)

            def orphans():
                found = []
                for pid in filter(str.isdigit, os.listdir('/proc')):
                    try:
                        with open('/proc/' + pid + '/stat') as stat:
                            name, rest = stat.read().rsplit(')', 1)
                    except OSError:
                        continue
                    if rest.split()[1] == str(os.getppid()) and name.endswith('(python3'):
                        found.append(rest.split()[0])
                return len(found)

            before = orphans() - 1
            os.close(end_writer)
            end = time.monotonic() + 2
            while orphans() > 1 and time.monotonic() < end:
                time.sleep(0.01)
            print(before, orphans() - 1)
            sys.exit(7)
            """;

    @ParameterizedTest
    @CsvSource({
        "CGROUP, true",
        "NO_CGROUP, true",
        "UNPRIVILEGED, true",
        "NO_CGROUP, false",
        "UNPRIVILEGED, false"
    })
    void adopted_orphans_do_not_stay_zombies(Surroundings surroundings, boolean asInit)
            throws Exception {
        try (Herd herd = Herd.marked()) {
            List<String> command = new ArrayList<>();
            if (asInit) {
                Needs.mountNamespace();
                command.addAll(List.of("unshare", "-pf", "--mount-proc", "--kill-child"));
            }
            List<String> words = new ArrayList<>(List.of("-m", "0", "--no-socket", "--no-metrics"));
            words.addAll(List.of("-q", Herd.PYTHON, "-c", FIVE_HUNDRED_ORPHANS, herd.mark()));
            command.addAll(surroundings.assume().sentinel(words));
            Program.Result result = Program.run(Guard.SOON, Guard.ENVIRONMENT, command);
            assertEquals("500 0\n", result.out(), result.err());
            assertEquals(7, result.code());
            assertEquals(Map.of(), herd.left());
        }
    }
}
