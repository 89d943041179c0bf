package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/// Several targets in one Sentinel, the way the benchmarks make them.
class CopiesIT {

    private static final Map<String, String> ALONE =
            Map.of("SENTINEL_NO_SOCKET", "true", "SENTINEL_NO_METRICS", "true");

    @Test
    void it_ends_when_all_have_ended() throws Exception {
        Program.Result result =
                Guard.run(ALONE, "--copies", "3", "--name", "job", "sh", "-c", "echo x; exit 4");
        assertEquals("x\nx\nx\n", result.out());
        assertEquals(4, result.code());
        assertTrue(result.err().startsWith("sentinel: job-1: exited with 4 after "), result.err());
    }

    /// Only the one that could make the directory leaks.
    @Test
    void the_one_that_leaks_is_ended_and_the_others_go_on(@TempDir Path directory)
            throws Exception {
        Path leaking = directory.resolve("leaking");
        Path ended = directory.resolve("ended");
        String script =
                """
                if mkdir %s 2>/dev/null; then
                    trap 'touch %s; exit' TERM
                    x=xxxxxxxxxxxxxxxx
                    while :; do x=$x$x; done
                fi
                while [ ! -e %s ]; do sleep 0.05; done
                echo went on
                """
                        .formatted(leaking, ended, ended);
        Program.Result result =
                Guard.run(ALONE, "--copies", "3", "-m", "64M", "--name", "job", "sh", "-c", script);
        assertEquals("went on\nwent on\n", result.out());
        assertEquals(123, result.code(), result.err());
    }

    @Test
    void help_and_man_page_do_not_tell_of_it() throws Exception {
        assertFalse(Guard.run("--help").out().contains("--copies"));
        assertFalse(Guard.run("man").out().contains("copies"));
    }
}
