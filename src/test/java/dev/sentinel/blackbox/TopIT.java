package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// `sentinel top`: the dashboard of a Sentinel that runs somewhere else.
@SideBySide
class TopIT {

    @TempDir Path directory;

    @BeforeAll
    static void needs_tmux() {
        Needs.tools("tmux", "nc");
    }

    private static String top(Path socket, String words) {
        return "%s top %s --socket %s; echo \"code $?\"".formatted(Guard.BINARY, words, socket);
    }

    private static void awaitLine(Terminal terminal, String pattern) throws Exception {
        terminal.await(pattern, screen -> screen.lines().anyMatch(line -> line.matches(pattern)));
    }

    @Test
    void it_shows_another_sentinel_and_changes_its_limit_and_leaves_it_alone() throws Exception {
        try (Guard guard = Guard.start("--copies", "3", "--name", "nap", "sleep", "60");
                Terminal terminal = Terminal.open(130, 40)) {
            guard.awaitRunning();
            terminal.type("stty -g >%s/before".formatted(directory));
            terminal.type(top(guard.socket(), "nap-2"));
            awaitLine(terminal, ".*nap-1 .* RUNNING .*");
            awaitLine(terminal, ".*memory of nap-2, .*");
            awaitLine(terminal, ".*socket " + guard.socket() + ".*");
            terminal.press("Down");
            awaitLine(terminal, ".*memory of nap-3, .*");

            terminal.press("m").write("0.6G").press("Enter");
            terminal.await("the question", screen -> screen.contains("for nap-3? [y/N]"));
            terminal.press("y");
            awaitLine(terminal, " nap-3: limit .*614.4 MiB.*");
            awaitLine(terminal, ".*nap-3 .* 614.4 MiB .*");
            String status = guard.ask("status");
            assertTrue(status.contains("nap-3 RUNNING"), status);
            assertTrue(status.contains(" of 614.4 MiB"), status);

            terminal.press("q");
            terminal.await("the code", screen -> screen.contains("code 0"));
            assertSane(terminal);
            assertEquals(3, guard.ask("status").lines().filter(one -> one.contains("RUN")).count());
        }
    }

    @Test
    void what_it_showed_stays_when_sentinel_ends_and_goes_on_with_the_next_one() throws Exception {
        Path socket = directory.resolve("socket");
        String leaker =
                "%s --metrics 0 --socket %s --name leaker java -jar %s --step 1M --every 300ms"
                        .formatted(Guard.BINARY, socket, Guard.LEAKER);
        try (Terminal guard = Terminal.open(100, 30);
                Terminal terminal = Terminal.open(130, 40)) {
            guard.type(leaker + "; echo code=$?");
            guard.await("a table", screen -> screen.contains(" RUNNING "));
            Eventually.isTrue(Guard.SOON, "the socket", () -> Files.exists(socket));
            terminal.type("stty -g >%s/before".formatted(directory));
            terminal.type(top(socket, ""));
            awaitLine(terminal, ".*leaker .* RUNNING .*");
            awaitLine(terminal, " *leaker: holding [4-9].*");

            terminal.press("s");
            terminal.await("the question", screen -> screen.contains("stop leaker? [y/N]"));
            terminal.press("y");
            guard.await("its end", screen -> screen.contains("code=143"));
            awaitLine(
                    terminal, " the Sentinel at \\S+ has ended; this is what it told \\d+ s ago.*");
            assertTrue(terminal.screen().contains("leaker: holding "), "the picture stays");

            guard.type("clear; " + leaker.replace("--name leaker", "--name again"));
            awaitLine(terminal, ".*again .* RUNNING .*");
            terminal.await("no notice", screen -> !screen.contains("has ended; this"));

            Program.output("pkill", "-TERM", "-f", "dev.sentinel.Main top.*" + directory);
            terminal.await("the code", screen -> screen.contains("code 143"));
            assertSane(terminal);
            guard.press("s").press("y");
            guard.await("its end", screen -> !screen.contains("RUNNING"));
        }
    }

    @Test
    void without_a_sentinel_or_a_terminal_it_is_a_sentence() throws Exception {
        Path socket = directory.resolve("absent");
        try (Guard guard = Guard.start("sleep", "60").awaitRunning();
                Terminal terminal = Terminal.open(160, 10)) {
            terminal.type(top(socket, ""));
            String screen = terminal.await("the code", text -> text.contains("code 3"));
            assertTrue(screen.contains("sentinel: there is no socket at " + socket), screen);
            terminal.type("clear; TERM=dumb " + top(guard.socket(), ""));
            screen = terminal.await("the code", text -> text.contains("code 2"));
            assertTrue(screen.contains("there is no terminal that can be drawn on; "), screen);
            terminal.type("clear; " + top(guard.socket(), "slep"));
            screen = terminal.await("the code", text -> text.contains("code 4"));
            assertTrue(screen.contains("did you mean 'sleep'?"), screen);
            terminal.awaitModes("alternate=0 cursor=1");
        }
    }

    private void assertSane(Terminal terminal) throws Exception {
        terminal.awaitModes("alternate=0 cursor=1");
        terminal.type("stty -g >%1$s/after; touch %1$s/done".formatted(directory));
        Eventually.isTrue(Guard.SOON, "stty", () -> Files.exists(directory.resolve("done")));
        assertEquals(
                Files.readString(directory.resolve("before")),
                Files.readString(directory.resolve("after")));
    }
}
