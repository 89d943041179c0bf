package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The completions, in the shells that they are for.
@SideBySide
class CompletionIT {

    @TempDir private static Path directory;

    @BeforeAll
    static void write_the_scripts() throws Exception {
        for (String shell : List.of("bash", "zsh", "fish")) {
            Program.Result result = Guard.run("completion", shell);
            assertEquals(0, result.code(), result.err());
            Files.writeString(script(shell), result.out());
        }
    }

    private static Path script(String shell) {
        return directory.resolve("sentinel." + shell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void its_shell_can_read_it(String shell) throws Exception {
        Needs.tools(shell);
        assertEquals("", Program.output(shell, "-n", script(shell).toString()));
    }

    /// Calls the function as bash does, with the words that bash makes of a line: a `:` or `=`
    /// stands alone. A `_` at the end is a word that has not begun.
    private static String inBash(String before, String line) throws Exception {
        String ask =
                """
                # Fails unless a key has been pressed.
                compopt() { :; }
                %s
                . "$SCRIPT"
                COMP_WORDS=(%s)
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=${COMP_WORDS[*]}
                COMP_POINT=${#COMP_LINE}
                _sentinel sentinel
                printf '%%s\\n' "${COMPREPLY[@]}" | sort -u | tr '\\n' ' '
                """
                        .formatted(before, line.replaceFirst(" _$", " ''"));
        Program.Result result =
                Program.run(
                        Guard.SOON,
                        Map.of("SCRIPT", script("bash").toString()),
                        List.of("bash", "--norc", "-c", ask));
        assertEquals("", result.err());
        return result.out().strip();
    }

    @ParameterizedTest
    @CsvSource({
        "sentinel --pre, --preserve-status",
        "sentinel -o _, json text",
        "sentinel --output = j, json",
        "sentinel --output =, json text",
        "sentinel -s TE, TERM",
        "sentinel -qs US, USR1 USR2",
        "sentinel --socket READ, README.md",
        "sentinel --socket = READ, README.md",
        "sentinel -m _, ''",
        "sentinel -m 1G --no-so, --no-socket",
        "sentinel --metrics 0.0.0.0 : 8000 --no-so, --no-socket",
        "sentinel --metrics 0.0.0.0 : 80, ''",
        "sentinel completio, completion",
        "sentinel completion _, --help -h bash fish zsh",
        "sentinel version -o _, json text",
        "sentinel restar, restart",
        "sentinel status -o w, wide",
        "sentinel stop --a, --all",
        "sentinel logs --socket READ, README.md",
        "sentinel signal x SEG, SEGV",
        "sentinel signal --so, --socket",
        "sentinel limit x _, --help --socket -h",
        "sentinel run completio, ''",
        "sentinel run --no-so, --no-socket",
        "sentinel -q sha256s, sha256sum",
        "sentinel -m 1G -- sha256s, sha256sum",
        "sentinel -m 1G sha256sum READ, README.md",
        "sentinel sha256sum --no-so, ''",
        "sentinel -- --no-so, ''",
    })
    void bash_completes(String line, String words) throws Exception {
        assertEquals(words, inBash("", line));
    }

    @Test
    void bash_completes_the_command_as_it_does_without_sentinel() throws Exception {
        Path library = Path.of("/usr/share/bash-completion/bash_completion");
        Needs.that(Files.exists(library), "bash-completion");
        String loaded = ". " + library;
        assertEquals("--parents", inBash(loaded, "sentinel -m 1G mkdir --par"));
        assertEquals("--parents", inBash(loaded, "sentinel run -q -- mkdir --par"));
        assertEquals("completion", inBash(loaded, "sentinel completio"));
    }

    @ParameterizedTest
    @CsvSource({
        "sentinel --pre, --preserve-status",
        "sentinel --output=j, --output=json",
        "sentinel -qs TER, TERM",
        "sentinel --socket READ, README.md",
        "sentinel completi, completion",
        "sentinel completion b, bash",
        "sentinel version --o, --output",
        "sentinel status --output=w, --output=wide",
        "sentinel signal x SEG, SEGV",
        "sentinel limit x y, ''",
        "sentinel run --no-so, --no-socket",
        "sentinel -m 1G sha256s, sha256sum",
        "sentinel -m 1G -- sha256sum READ, README.md",
        "sentinel sha256sum --no-so, ''",
        "sentinel man m, ''",
    })
    void fish_completes(String line, String word) throws Exception {
        Needs.tools("fish");
        String ask = "source %s; complete --do-complete='%s'".formatted(script("fish"), line);
        String answer = Program.output("fish", "--no-config", "-c", ask);
        // A tabulator and an explanation follow the word.
        assertEquals(word, answer.strip().replaceAll("\t.*", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "sentinel --pre, sentinel --preserve-status",
        "sentinel --output=j, sentinel --output=json",
        "sentinel -qs TER, sentinel -qs TERM",
        "sentinel completi, sentinel completion",
        "sentinel completion b, sentinel completion bash",
        "sentinel stop --al, sentinel stop --all",
        "sentinel signal x SEG, sentinel signal x SEGV",
        "sentinel run --no-so, sentinel run --no-socket",
        "sentinel -m 1G -- sha256s, sentinel -m 1G -- sha256sum",
        "sentinel -m 1G sha256sum READ, sentinel -m 1G sha256sum README.md",
    })
    void zsh_completes(String line, String completed) throws Exception {
        Needs.tools("zsh");
        try (Terminal terminal = Terminal.open(100, 20)) {
            terminal.type("exec zsh -f");
            terminal.type("PS1='ready '; autoload -Uz compinit; compinit -u -D");
            terminal.type("source " + script("zsh") + "; clear");
            terminal.await("an empty screen", screen -> screen.strip().equals("ready"));
            terminal.write(line).press("Tab");
            String screen =
                    terminal.await("completion", now -> now.startsWith("ready " + completed));
            assertTrue(screen.lines().findFirst().orElse("").endsWith(completed), screen);
        }
    }

    @Test
    void what_a_running_sentinel_guards_is_completed() throws Exception {
        Needs.tools("fish");
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning()) {
            String here =
                    "export XDG_CACHE_HOME=%s SENTINEL_SOCKET=%s PATH=%s:$PATH"
                            .formatted(
                                    Guard.ENVIRONMENT.get("XDG_CACHE_HOME"),
                                    guard.socket(),
                                    Guard.BINARY.getParent());
            assertEquals("napper", inBash(here, "sentinel stop na"));
            assertEquals("napper", inBash(here, "sentinel signal na"));
            assertEquals("", inBash(here, "sentinel limit napper na"));
            String answer =
                    Program.output(
                            "sh",
                            "-c",
                            here
                                    + "; fish --no-config -c '. "
                                    + script("fish")
                                    + "; complete --do-complete=\"sentinel signal na\"'");
            assertEquals("napper", answer.strip());
        }
    }
}
