package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where the one file can be run: the places it unpacks into, one after the other.
class UnpackPlacesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String[] VERSION = {Guard.BINARY.toString(), "--version"};

    @TempDir Path directory;

    @Test
    void without_a_home_it_finds_another_place() throws Exception {
        Needs.mountNamespace();
        // A /var/tmp of its own, so that nothing is left on the machine.
        Program.Result result =
                Program.shell(
                        PATIENCE,
                        Map.of(),
                        "unshare -m sh -c 'mount -t tmpfs tmpfs /var/tmp && env -u HOME -u XDG_CACHE_HOME "
                                + Guard.BINARY
                                + " --version && ls /var/tmp'");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("sentinel-cache-"), result.out());
    }

    @Test
    void where_nothing_may_be_executed_it_goes_on_to_the_next_place() throws Exception {
        Needs.mountNamespace();
        Program.Result result =
                Program.shell(
                        PATIENCE,
                        Map.of("XDG_CACHE_HOME", directory.toString()),
                        "unshare -m sh -c 'mount -t tmpfs -o noexec tmpfs $XDG_CACHE_HOME && mount -t tmpfs"
                                + " tmpfs /var/tmp && HOME=$XDG_CACHE_HOME/home "
                                + Guard.BINARY
                                + " --version && ls /var/tmp'");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("sentinel-cache-"), result.out());
    }

    @Test
    void a_read_only_root_with_a_writable_cache_is_enough() throws Exception {
        Needs.mountNamespace();
        Program.Result result =
                Program.shell(
                        PATIENCE,
                        cache(),
                        "unshare -m sh -c 'mount --bind $XDG_CACHE_HOME $XDG_CACHE_HOME && mount -o"
                                + " remount,bind,ro / && "
                                + Guard.BINARY
                                + " --no-tui --no-socket --no-metrics echo guarded'");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("guarded"), result.out());
    }

    @Test
    void where_there_is_no_place_at_all_it_says_what_to_do() throws Exception {
        Needs.mountNamespace();
        Program.Result result =
                Program.shell(
                        PATIENCE,
                        Map.of("XDG_CACHE_HOME", directory.toString()),
                        """
                        last=/tmp/sentinel-cache-$(id -u); mkdir -p $last
                        unshare -m sh -c "for place in $last /var/tmp $XDG_CACHE_HOME; do
                            mount -t tmpfs -o noexec tmpfs \\$place
                        done
                        HOME=$XDG_CACHE_HOME/home %s --version"
                        code=$?; rmdir $last 2>/dev/null; exit $code
                        """
                                .formatted(Guard.BINARY));
        assertEquals(125, result.code());
        assertTrue(result.err().contains("set XDG_CACHE_HOME"), result.err());
    }

    @Test
    void a_home_that_is_unpacked_already_is_used_as_it_is() throws Exception {
        Path bundle = Path.of("target/bundle").toAbsolutePath();
        Map<String, String> environment =
                Map.of("SENTINEL_HOME", bundle.toString(), "XDG_CACHE_HOME", directory.toString());
        UnpackIT.assertRuns(environment);
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void a_home_without_a_sentinel_is_refused() throws Exception {
        Program.Result result =
                Program.run(
                        PATIENCE, Map.of("SENTINEL_HOME", directory.toString()), List.of(VERSION));
        assertEquals(125, result.code());
        assertTrue(result.err().contains("holds no Sentinel"), result.err());
    }

    private Map<String, String> cache() {
        return Map.of("XDG_CACHE_HOME", directory.toString());
    }
}
