package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a command writes while Sentinel has the terminal.
@SideBySide
class OutputIT {

    /// For a flood, after all that a dashboard takes anyway.
    private static final long MOST_KIBIBYTES = 16 << 10;

    @TempDir Path directory;

    @BeforeAll
    static void needs_tmux() {
        Needs.tools("tmux", "nc", "yes", "pgrep");
    }

    /// A line that guards a script.
    private String guarding(String options, String script) throws IOException {
        Path file = Files.writeString(directory.resolve("script"), script);
        return sentinel("--metrics 0 --name writer %s -- sh %s".formatted(options, file));
    }

    private String sentinel(String words) {
        return "SENTINEL_SOCKET=%s %s %s; echo code=$?".formatted(socket(), Guard.BINARY, words);
    }

    private Path socket() {
        return directory.resolve("socket");
    }

    private String ask(String request) throws Exception {
        return Program.output("sh", "-c", "echo '%s' | nc -U %s".formatted(request, socket()));
    }

    private long pid() throws Exception {
        String found = Program.output("pgrep", "-f", "dev.sentinel.Main.*" + directory);
        return Long.parseLong(found.lines().findFirst().orElseThrow());
    }

    private long status(String field) throws Exception {
        String status = Files.readString(Path.of("/proc/%d/status".formatted(pid())));
        Matcher found = Pattern.compile(field + ":\\s+(\\d+) kB").matcher(status);
        assertTrue(found.find(), status);
        return Long.parseLong(found.group(1));
    }

    private static void await(Terminal terminal, String text) throws Exception {
        terminal.await(text, screen -> screen.contains(text));
    }

    @Test
    void a_flood_keeps_nobody_waiting_and_takes_no_memory() throws Exception {
        String script =
                """
                yes | head -c 20M; echo warm
                until [ -e %1$s/go ]; do sleep 0.02; done
                yes | head -c 300M; echo drained
                until [ -e %1$s/end ]; do sleep 0.02; done
                """
                        .formatted(directory);
        try (Terminal terminal = Terminal.open(100, 30)) {
            terminal.type(guarding("", script));
            await(terminal, " warm");
            long before = status("VmRSS");
            Files.createFile(directory.resolve("go"));
            await(terminal, " drained");
            long most = status("VmHWM");
            assertTrue(most < before + MOST_KIBIBYTES, before + " kB became " + most + " kB");
            Files.createFile(directory.resolve("end"));
            await(terminal, "code=0");
        }
    }

    @Test
    void a_line_without_an_end_is_cut_and_what_comes_after_it_is_not() throws Exception {
        String script =
                "printf '\\377\\303x'; head -c 100M /dev/zero; printf '\\n\\342\\202\\nafter\\n'; sleep 60";
        try (Terminal terminal = Terminal.open(100, 30)) {
            terminal.type(guarding("", script));
            await(terminal, " after");
            String cut = "\ufffd\ufffdx" + "\\x00".repeat(65_536 - 3) + " [cut at 64 KiB]";
            List<String> lines = ask("logs writer").lines().toList();
            assertEquals(List.of(cut, "\ufffd", "after"), lines);
            assertEquals("OK writer: ", ask("stop").substring(0, 11));
        }
    }

    @Test
    void two_hundred_floods_share_the_room_for_output() throws Exception {
        try (Terminal terminal = Terminal.open(100, 30)) {
            String flood = "yes | head -c 300K; echo drained; exec sleep 1000";
            terminal.type(guarding("--interval 1s --copies 200", flood));
            for (int copy : List.of(200, 100, 1)) {
                Eventually.isTrue(
                        Guard.SOON,
                        "the end of flood " + copy,
                        () -> ask("logs writer-" + copy + " 1").equals("drained\n"));
            }
            int kept = ask("logs writer-1 20000").length();
            assertTrue(kept > 30_000 && kept <= 32 << 10, kept + " bytes");
            assertEquals(200, ask("stop").lines().filter(line -> line.startsWith("OK ")).count());
            await(terminal, "code=143");
        }
    }

    /// To each of them some terminals do what was not asked for by whoever looks.
    private static final String HOSTILE =
            """
            printf 'a\\033]52;c;Y2xpcGJvYXJk\\007b\\033]2;owned\\033\\\\c\\n'
            printf 'd\\033P1$qm\\033\\\\e\\033_Gi=4711\\033\\\\f\\033^pm\\033\\\\g\\n'
            printf 'h\\033[4711;4712Hi\\033[?1049lj\\033[?1003hk\\033cl\\033#8m\\n'
            printf '\\302\\2334711;4713Hn\\302\\23552;c;Y2xpcGJvYXJk\\007o\\2334711;4714Hp\\n'
            printf 'false\\342\\200\\256eurt\\rtrue \\n\\033[35mpink\\033[0m\\n'
            printf 'safe\\n'
            """;

    private static final Pattern ACTING =
            Pattern.compile(
                    "\u001b[]P_^Xc#]|\u001b\\[4711|\u001b\\[\\?1003h|[\u0080-\u009f\u202e]"
                            + "|Y2xpcGJvYXJk|owned");

    @Test
    void what_acts_on_a_terminal_never_reaches_one_but_colours_do() throws Exception {
        Path drawn = directory.resolve("drawn");
        Path told = directory.resolve("told");
        try (Terminal terminal = Terminal.open(100, 30).record(drawn);
                Terminal other = Terminal.open(100, 30).record(told)) {
            terminal.type(
                    guarding(
                            "",
                            HOSTILE
                                    + "until [ -e %s/end ]; do sleep 0.02; done"
                                            .formatted(directory)));
            await(terminal, " safe");
            other.type(sentinel("logs"));
            await(other, "code=0");
            Files.createFile(directory.resolve("end"));
            String screen = terminal.await("the end", text -> text.contains("code=0"));
            for (String line :
                    List.of("\nabc\n", "\ndefg\n", "\nhijklm\n", "\ntrue \\u202eeurt\n")) {
                assertTrue(screen.contains(line), line + " in " + screen);
            }
        }
        for (Path file : List.of(drawn, told)) {
            String bytes = Files.readString(file, StandardCharsets.UTF_8);
            assertTrue(bytes.contains("safe"), file.toString());
            assertTrue(bytes.contains("\u001b[35mpink\u001b[0m"), "the colours are lost: " + bytes);
            Matcher acting = ACTING.matcher(bytes);
            assertFalse(acting.find(), () -> file + ": " + bytes.substring(acting.start()));
        }
    }

    @Test
    void each_life_has_a_terminal_of_its_own_when_one_is_wanted() throws Exception {
        String script =
                """
                test -t 0 && test -t 1 && test -t 2 && echo size $(stty size)
                ls -l /proc/self/fd | grep -c ptmx
                echo life >>%1$s/lives; echo life $(wc -l <%1$s/lives)
                read line
                """
                        .formatted(directory);
        try (Terminal terminal = Terminal.open(100, 30)) {
            terminal.type(guarding("--tty", script));
            await(terminal, " life 1");
            assertEquals("size 30 100\n0\nlife 1\n", ask("logs writer"));
            assertTrue(ask("restart").startsWith("OK writer: started again"));
            await(terminal, " life 2");
            assertEquals("size 30 100\n0\nlife 2\n", ask("logs writer"));
            Eventually.isTrue(Guard.SOON, "one terminal", () -> pseudoTerminals() == 1);
            assertTrue(ask("stop").startsWith("OK writer: "));
            await(terminal, "code=143");
            terminal.type(sentinel("--tty no-such-command"));
            await(terminal, "code=127");
        }
    }

    /// That Sentinel has open.
    private long pseudoTerminals() throws Exception {
        String open = Program.output("ls", "-l", "/proc/%d/fd".formatted(pid()));
        return open.lines().filter(line -> line.endsWith("ptmx")).count();
    }
}
