package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/// What is compared with the limit.
class MeasureIT {

    /// Ten processes that share 200 MiB, for some seconds.
    private static final String SHARING =
            """
            import os, time

            shared = b'x' * (200 << 20)
            for _ in range(9):
                if os.fork() == 0:
                    break
            time.sleep(5)
            """;

    private static Program.Result guard(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("--no-tui", "--no-socket", "--no-metrics"));
        all.addAll(List.of(words));
        return Guard.run(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"pss, 0", "rss, 123", "rss+swap, 123"})
    void shared_pages_count_once_where_that_is_asked_for(String metric, int code) throws Exception {
        Program.Result result = guard("-m", "512M", "--metric", metric, Herd.PYTHON, "-c", SHARING);
        assertEquals(code, result.code(), result.err());
        assertEquals(code != 0, result.err().contains("> limit 512.0 MiB (" + metric + ", tree"));
    }

    @Test
    void the_command_alone_is_measured_where_that_is_asked_for() throws Exception {
        String child = "%s -c 'held = b\"x\" * (200 << 20)'; true".formatted(Herd.PYTHON);
        assertEquals(0, guard("-m", "100M", "--scope", "process", "sh", "-c", child).code());
        assertEquals(123, guard("-m", "100M", "--scope", "tree", "sh", "-c", child).code());
    }

    @Test
    void a_soft_limit_warns_and_does_nothing_else() throws Exception {
        String hog = "import time; held = b'x' * (100 << 20); time.sleep(1)";
        Program.Result result = guard("-m", "200M", "--soft", "60M", Herd.PYTHON, "-c", hog);
        assertEquals(0, result.code(), result.err());
        assertEquals(
                1,
                result.err().lines().filter(line -> line.contains("> soft limit 60.0 MiB")).count(),
                result.err());
    }

    @Test
    void a_soft_limit_that_could_never_warn_is_refused() throws Exception {
        Program.Result result = guard("-m", "1G", "--soft", "1G", "true");
        assertEquals(125, result.code());
        assertTrue(result.err().contains("--soft: 1.00 GiB is not below the limit"), result.err());
    }
}
