package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// The world that the command finds itself in.
@SideBySide
class EnvironmentIT {

    /// Variables that a JVM or a C library would act on, and values that are awkward to pass on.
    private static final Map<String, String> AWKWARD =
            Map.of(
                    "JAVA_TOOL_OPTIONS", "-Dmeant.for=the.command",
                    "JDK_JAVA_OPTIONS", "",
                    "_JAVA_OPTIONS", "-Xmx33m",
                    "_JAVA_SR_SIGNUM", "35",
                    "LD_LIBRARY_PATH", "/nowhere",
                    "MALLOC_ARENA_MAX", "7",
                    "TWO_LINES", "one\ntwo",
                    "NOT_ASCII", "grün");

    private static final String SHOW_ENVIRONMENT = "env -0 | sort -z | tr '\\0' '\\n'";

    private static String environment(String... before) throws Exception {
        String[] command = Guard.words(List.of(before), "sh", "-c", SHOW_ENVIRONMENT);
        Map<String, String> all = new java.util.HashMap<>(Guard.ENVIRONMENT);
        all.putAll(AWKWARD);
        Program.Result result = Program.run(Guard.SOON, all, List.of(command));
        assertEquals("", result.err());
        return result.out();
    }

    @Test
    void the_command_gets_the_environment_as_the_user_set_it() throws Exception {
        String quiet = "--no-socket --no-metrics -q";
        assertEquals(
                environment(),
                environment(Guard.words(List.of(Guard.BINARY.toString()), quiet.split(" ", -1))));
    }

    @Test
    void the_command_has_three_descriptors_and_no_more() throws Exception {
        String out =
                Guard.run("--no-socket", "--no-metrics", "-q", "sh", "-c", "ls /proc/$$/fd").out();
        assertEquals("0\n1\n2\n", out);
    }

    @Test
    void the_command_ignores_and_blocks_the_signals_that_it_would_without_sentinel()
            throws Exception {
        String[] show = {"grep", "-E", "Sig(Blk|Ign)", "/proc/self/status"};
        String direct = Program.output(show);
        String guarded =
                Guard.run(Guard.words(List.of("--no-socket", "--no-metrics", "-q"), show)).out();
        assertEquals(direct, guarded);
    }
}
