package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The command line from outside: exit codes, sentences, and a child that is left as it is.
class RunIT {

    private static Program.Result quietly(String... arguments) throws Exception {
        return quietly(Map.of(), arguments);
    }

    private static Program.Result quietly(Map<String, String> environment, String... arguments)
            throws Exception {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.putAll(Map.of("SENTINEL_NO_SOCKET", "true", "SENTINEL_NO_METRICS", "true"));
        return Guard.run(all, arguments);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 42, 123, 126, 127, 128, 255})
    void the_commands_own_exit_code_comes_through(int code) throws Exception {
        assertEquals(code, quietly("sh", "-c", "exit " + code).code());
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "KILL, 137", "INT, 130", "USR1, 138"})
    void a_signal_that_sentinel_did_not_send_comes_through(String signal, int code)
            throws Exception {
        assertEquals(code, quietly("sh", "-c", "kill -%s $$".formatted(signal)).code());
    }

    @Test
    void input_and_output_are_left_to_the_command() throws Exception {
        Program.Result result =
                Program.run(
                        Guard.SOON,
                        Guard.ENVIRONMENT,
                        java.util.List.of(
                                "sh",
                                "-c",
                                "printf 'a\\tb\\033[1m' | %s --no-socket --no-metrics -q cat"
                                        .formatted(Guard.BINARY)));
        assertEquals("a\tb\033[1m", result.out());
        assertEquals("", result.err());
    }

    @Test
    void the_reason_is_one_line_on_stderr() throws Exception {
        String line = quietly("sh", "-c", "exit 3").err();
        assertTrue(line.matches("sentinel: sh: exited with 3 after \\d+\\.\\d\\d s\n"), line);
    }

    @Test
    void words_after_the_command_are_the_commands() throws Exception {
        Program.Result result =
                quietly(
                        "sh",
                        "-c",
                        "printf '%s\\n' \"$@\"",
                        "x",
                        "-m",
                        "--",
                        "@list",
                        "${HOME}",
                        "");
        assertEquals("-m\n--\n@list\n${HOME}\n\n", result.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-q -- run", "run -q -- run", "run -q run"})
    void a_command_may_be_called_like_a_subcommand(String words, @TempDir Path directory)
            throws Exception {
        Path command = Files.writeString(directory.resolve("run"), "#!/bin/sh\necho ran\n");
        assertTrue(command.toFile().setExecutable(true));
        Program.Result result =
                quietly(
                        Map.of("PATH", directory + ":" + System.getenv("PATH")),
                        words.split(" ", -1));
        assertEquals("ran\n", result.out(), result.err());
    }

    @Test
    void of_an_option_given_twice_the_last_counts() throws Exception {
        String err = quietly("-m", "lots", "-m", "77M", "-o", "json", "true").err();
        assertTrue(err.contains("\"limit_bytes\":80740352"), err);
    }

    @Test
    void arguments_come_through_in_any_locale() throws Exception {
        Program.Result result =
                quietly(
                        Map.of("LC_ALL", "C"),
                        "sh",
                        "-c",
                        "printf '%s %s' \"$0\" \"$LC_ALL\"",
                        "grün–");
        assertEquals("grün– C", result.out());
    }

    @Test
    void a_first_run_leaves_the_umask_alone(@TempDir Path empty) throws Exception {
        Program.Result first =
                quietly(Map.of("XDG_CACHE_HOME", empty.toString()), "sh", "-c", "umask");
        Program.Result second =
                quietly(Map.of("XDG_CACHE_HOME", empty.toString()), "sh", "-c", "umask");
        assertEquals(second.out(), first.out());
    }

    @Test
    void a_stderr_that_nobody_reads_does_not_keep_it_from_ending() throws Exception {
        Needs.tools("python3");
        String fullPipe =
                """
                import os, subprocess, sys
                r, w = os.pipe()
                os.set_blocking(w, False)
                try:
                    while True: os.write(w, b'x' * 4096)
                except BlockingIOError: os.set_blocking(w, True)
                sys.exit(subprocess.run(sys.argv[1:], stderr=w, timeout=12).returncode)
                """;
        Program.Result result =
                Program.run(
                        Guard.SOON,
                        Guard.ENVIRONMENT,
                        java.util.List.of(
                                "python3",
                                "-c",
                                fullPipe,
                                Guard.BINARY.toString(),
                                "--no-socket",
                                "--no-metrics",
                                "sh",
                                "-c",
                                "exit 6"));
        assertEquals(6, result.code(), result.err());
    }

    @Test
    void a_missing_command_is_127() throws Exception {
        Program.Result result = quietly("no-such-command");
        assertEquals(127, result.code());
        assertEquals(
                "sentinel: no-such-command: cannot run 'no-such-command': no such command;"
                        + " check its spelling and the PATH\n",
                result.err());
    }

    @Test
    void a_command_that_is_not_executable_is_126(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("notes"), "no program");
        Program.Result result = quietly(file.toString());
        assertEquals(126, result.code());
        assertTrue(result.err().contains("it is not executable; see chmod(1)"), result.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -m 12X      | --memory: '12X' is not a size; write a number with a unit, for instance 512M, 1.5G or 80%
                    -k 3        | --kill-after: '3' is not a duration; write a number with a unit, for instance 250ms, 3s or 5m
                    -s NOPE     | --signal: 'NOPE' is not a signal; write a name or a number, for instance TERM, INT or 15
                    --interval 0s | --interval: '0s' is too short; 1ms is the least
                    --metrics x | --metrics: 'x' is not [HOST:]PORT, for instance 8000 or 0.0.0.0:8000
                    --name a/b  | --name: 'a/b' cannot be a name; use 1 to 64 letters, digits, '_', '.' or '-'
                    -o xml      | --output: 'xml' is neither text nor json
                    --tui       | --tui: there is no terminal that can be drawn on; leave it out
                    --memroy=1G | unknown option '--memroy=1G'; did you mean '--memory'?
                    """)
    void bad_input_is_one_sentence_and_starts_nothing(String options, String sentence)
            throws Exception {
        Program.Result result =
                Program.run(
                        Guard.SOON,
                        Guard.ENVIRONMENT,
                        java.util.List.of(
                                "sh", "-c", "%s %s echo started".formatted(Guard.BINARY, options)));
        assertEquals("", result.out());
        assertEquals("sentinel: " + sentence + "\n", result.err());
        assertEquals(125, result.code());
    }

    @Test
    void no_command_is_a_usage_error() throws Exception {
        Program.Result result = Guard.run("-m", "1G");
        assertEquals(125, result.code());
        assertEquals(
                "sentinel: there is no command to guard; see 'sentinel --help'\n", result.err());
    }

    @Test
    void options_can_come_from_the_environment_and_complaints_name_the_variable() throws Exception {
        Program.Result result = Guard.run(Map.of("SENTINEL_MEMORY", "lots"), "true");
        assertEquals(125, result.code());
        assertTrue(result.err().startsWith("sentinel: SENTINEL_MEMORY: 'lots' is not a size"));
    }

    @Test
    void help_and_version_go_to_stdout() throws Exception {
        assertTrue(Guard.run("--help").out().startsWith("Usage: sentinel [run] [OPTIONS]"));
        assertTrue(Guard.run("--version").out().startsWith("sentinel 0."));
        assertEquals(0, Guard.run("--help").code());
    }

    @Test
    void json_is_the_last_line() throws Exception {
        String err = quietly("-o", "json", "sh", "-c", "exit 7").err();
        String last = err.lines().toList().getLast();
        assertTrue(last.startsWith("{\"name\":\"sh\",\"exit_code\":7,"), last);
        assertTrue(last.contains("\"ended\":\"by_itself\""), last);
    }

    @Test
    void it_runs_without_any_java_on_the_path(@TempDir Path empty) throws Exception {
        Program.Result result =
                Program.run(
                        Guard.SOON,
                        Map.of(
                                "PATH", "/usr/bin:/bin",
                                "JAVA_HOME", "",
                                "XDG_CACHE_HOME", empty.toString()),
                        java.util.List.of(
                                "env",
                                "-u",
                                "JAVA_HOME",
                                Guard.BINARY.toString(),
                                "-q",
                                "--no-socket",
                                "--no-metrics",
                                "echo",
                                "ran"));
        assertEquals("ran\n", result.out(), result.err());
    }
}
