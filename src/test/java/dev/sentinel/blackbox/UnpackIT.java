package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The one file: what it unpacks, where, and what it makes of what it finds there.
@SideBySide
class UnpackIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String[] VERSION = {Guard.BINARY.toString(), "--version"};

    @TempDir Path directory;

    @Test
    void the_first_run_unpacks_into_the_cache_and_later_ones_leave_it_alone() throws Exception {
        assertRuns(cache());
        Path home = onlyHome();
        assertEquals("rwx------", mode(home));
        Object first = Files.getAttribute(home, "unix:ino");
        assertRuns(cache());
        assertEquals(first, Files.getAttribute(onlyHome(), "unix:ino"));
    }

    @Test
    void it_is_small() throws IOException {
        long size = Files.size(Guard.BINARY);
        assertTrue(size <= 30_000_000, "target/sentinel has " + size + " bytes");
    }

    @Test
    void the_checksum_beside_it_is_right() throws Exception {
        Program.Result check =
                Program.shell(
                        PATIENCE,
                        Map.of(),
                        "cd " + Guard.BINARY.getParent() + " && sha256sum -c sentinel.sha256");
        assertEquals(0, check.code(), check.err());
    }

    @Test
    void many_first_runs_at_once_all_work_and_leave_one_copy() throws Exception {
        List<Program> runs = new ArrayList<>();
        try {
            for (int run = 0; run < 20; run++) {
                runs.add(Program.start(cache(), List.of(VERSION)));
            }
            for (Program run : runs) {
                assertVersion(run.await(PATIENCE));
            }
        } finally {
            for (Program run : runs) {
                run.close();
            }
        }
        onlyHome();
        try (Stream<Path> left = Files.list(unpacked())) {
            assertEquals(
                    List.of(),
                    left.filter(name -> name.getFileName().toString().startsWith(".fresh"))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm runtime/lib/modules",
                "truncate -s 1000 lib/sentinel.jar",
                "truncate -s 0 lib/start.aot",
                "echo 'exit 3' >lib/start",
                "rm -r runtime",
                "rm seal",
            })
    void what_was_tampered_with_is_replaced(String tampering) throws Exception {
        assertRuns(cache());
        Program.Result done =
                Program.shell(
                        PATIENCE,
                        Map.of("HOME_OF_IT", onlyHome().toString()),
                        "cd $HOME_OF_IT && " + tampering);
        assertEquals(0, done.code(), done.err());
        assertRuns(cache());
        assertTrue(Files.exists(onlyHome().resolve("seal")));
    }

    @Test
    void a_copy_that_is_not_whole_says_so() throws Exception {
        Path cut = directory.resolve("cut");
        Program.shell(
                PATIENCE,
                Map.of(),
                "head -c 5000000 " + Guard.BINARY + " >" + cut + " && chmod 755 " + cut);
        Program.Result result =
                Program.run(PATIENCE, cache(), List.of(cut.toString(), "--version"));
        assertEquals(125, result.code());
        assertTrue(result.err().contains("is " + cut + " complete?"), result.err());
        try (Stream<Path> left = Files.list(unpacked())) {
            assertEquals(
                    List.of(".lock"), left.map(name -> name.getFileName().toString()).toList());
        }
    }

    @Test
    void old_versions_go_unless_they_are_in_use() throws Exception {
        Path unused = oldVersion("0000");
        Path young = oldVersion("1111");
        Files.setLastModifiedTime(young.resolve("started"), FileTime.from(Instant.now()));
        Path used = oldVersion("2222");
        Path program = Files.createDirectories(used.resolve("runtime/bin")).resolve("java");
        Files.copy(Path.of("/bin/sleep").toRealPath(), program);
        try (Program _ = Program.start(Map.of(), List.of(program.toString(), "60"))) {
            assertRuns(cache());
            assertFalse(Files.exists(unused));
            assertTrue(Files.exists(young));
            assertTrue(Files.exists(used));
        }
    }

    @Test
    void its_classes_come_from_the_archives() throws Exception {
        assertRuns(cache());
        Path home = onlyHome();
        String loaded =
                Program.output(
                        "sh",
                        "-c",
                        """
                        cd %s && grep -v Xlog lib/jvm.options >%s && LC_ALL=C.UTF-8 runtime/bin/java @%2$s \
                        -XX:SharedArchiveFile=$PWD/lib/start.aot:$PWD/lib/rest.jsa -Xlog:class+load \
                        -cp $PWD/lib/sentinel.jar dev.sentinel.Main --no-tui --no-socket --no-metrics true
                        """
                                .formatted(home, directory.resolve("options")));
        // A lambda that the training run has not met is made when it is.
        List<String> own =
                loaded.lines()
                        .filter(line ->
                                line.contains(" dev.sentinel.") && !line.contains("$$Lambda"))
                        .toList();
        assertTrue(own.size() > 50, loaded);
        assertEquals(
                List.of(),
                own.stream().filter(line -> !line.contains("shared objects file")).toList());
    }

    private Map<String, String> cache() {
        return Map.of("XDG_CACHE_HOME", directory.toString());
    }

    private Path unpacked() {
        return directory.resolve("sentinel");
    }

    private Path onlyHome() throws IOException {
        try (Stream<Path> homes = Files.list(unpacked())) {
            List<Path> found = homes.filter(Files::isDirectory).toList();
            assertEquals(1, found.size(), found.toString());
            return found.getFirst();
        }
    }

    /// A directory as another version would have left it two days ago.
    private Path oldVersion(String digits) throws IOException {
        Path home = Files.createDirectories(unpacked().resolve(digits.repeat(16)));
        Files.setPosixFilePermissions(unpacked(), PosixFilePermissions.fromString("rwx------"));
        Path started = Files.createFile(home.resolve("started"));
        Files.setLastModifiedTime(started, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        return home;
    }

    static void assertRuns(Map<String, String> environment) throws Exception {
        assertVersion(Program.run(PATIENCE, environment, List.of(VERSION)));
    }

    private static void assertVersion(Program.Result result) {
        assertEquals("", result.err());
        assertEquals(0, result.code());
        assertTrue(result.out().startsWith("sentinel 0."), result.out());
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
