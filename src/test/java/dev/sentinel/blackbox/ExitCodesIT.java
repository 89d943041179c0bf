package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whatever a command ends with, Sentinel ends with the same.
@SideBySide
class ExitCodesIT {

    private static final int AT_ONCE = 4;

    /// Runs each script under Sentinel.
    private static Map<String, Integer> codes(Stream<String> scripts) throws Exception {
        Map<String, Future<Integer>> running = new TreeMap<>();
        Map<String, Integer> codes = new TreeMap<>();
        try (ExecutorService several = Executors.newFixedThreadPool(AT_ONCE)) {
            scripts.forEach(script -> running.put(script, several.submit(() -> code(script))));
            for (Map.Entry<String, Future<Integer>> run : running.entrySet()) {
                codes.put(run.getKey(), run.getValue().get());
            }
        }
        return codes;
    }

    private static int code(String script) throws Exception {
        return Guard.run("--no-socket", "--no-metrics", "-q", "sh", "-c", script).code();
    }

    @Test
    void all_exit_codes_come_through() throws Exception {
        Map<String, Integer> expected =
                IntStream.rangeClosed(0, 255)
                        .boxed()
                        .collect(
                                Collectors.toMap(
                                        code -> "exit " + code,
                                        code -> code,
                                        (a, _) -> a,
                                        TreeMap::new));
        assertEquals(expected, codes(expected.keySet().stream()));
    }

    @Test
    void a_signal_that_ends_the_command_comes_through_as_its_number() throws Exception {
        Map<String, Integer> expected = new TreeMap<>();
        Map.of(
                        "HUP", 129, "INT", 130, "QUIT", 131, "ILL", 132, "ABRT", 134, "KILL", 137,
                        "USR1", 138, "SEGV", 139, "USR2", 140, "TERM", 143)
                .forEach((signal, code) ->
                        expected.put("ulimit -c 0; kill -%s $$".formatted(signal), code));
        assertEquals(expected, codes(expected.keySet().stream()));
    }
}
