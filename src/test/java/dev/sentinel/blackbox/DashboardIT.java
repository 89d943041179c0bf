package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The dashboard in a real terminal.
@SideBySide
class DashboardIT {

    private static final Pattern MEMORY = Pattern.compile("leaker +\\d+ RUNNING +([0-9.]+) MiB");

    @TempDir Path directory;

    @BeforeAll
    static void needs_tmux() {
        Needs.tools("tmux", "nc");
    }

    private String sentinel(String words) {
        return "%s --metrics 0 --socket %s --name leaker %s"
                .formatted(Guard.BINARY, directory.resolve("socket"), words);
    }

    private String leaker(String options) {
        return sentinel("-m 300M java -jar %s %s".formatted(Guard.LEAKER, options));
    }

    private static double memory(String screen) {
        Matcher found = MEMORY.matcher(screen);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    @Test
    void the_table_shows_the_memory_climb_to_the_limit_and_the_reason_afterwards()
            throws Exception {
        try (Terminal terminal = Terminal.open(110, 34)) {
            terminal.type(leaker("--step 10M --every 300ms") + "; echo code=$?");
            double first = memory(terminal.await("a reading", screen -> memory(screen) > 0));
            terminal.await("it to climb", screen -> memory(screen) > first + 50);
            // One by one: what is seen in between may be half of a new picture.
            for (String part :
                    List.of(
                            "300.0 MiB │╌╌╌╌",
                            "leaker: holding ",
                            "socket " + directory.resolve("socket"),
                            "metrics http://127.0.0.1:")) {
                terminal.await(part, screen -> screen.contains(part));
            }

            String after = terminal.await("the end", text -> text.contains("code=123"));
            assertTrue(after.contains("SIGTERM, ended after 0."), after);
            assertTrue(after.contains("leaker: holding "), "the last lines of output are shown");
        }
    }

    @Test
    void any_other_key_takes_the_question_back() throws Exception {
        try (Terminal terminal = Terminal.open(100, 30)) {
            terminal.type(sentinel("sleep 60") + "; echo code=$?");
            terminal.await("the table", screen -> screen.contains("RUNNING"));
            terminal.press("s").await("the question", screen -> screen.contains("[y/N]"));
            terminal.press("n").await("no question", screen -> !screen.contains("[y/N]"));
            assertTrue(terminal.screen().contains("RUNNING"));
        }
    }

    @Test
    void it_follows_the_size_of_the_window() throws Exception {
        try (Terminal terminal = Terminal.open(110, 34)) {
            terminal.type(sentinel("sleep 60") + "; echo code=$?");
            terminal.await("the wide table", screen -> screen.contains(" TO LIMIT "));
            terminal.resize(44, 12);
            terminal.await(
                    "the narrow table",
                    screen -> screen.contains("RUNNING") && !screen.contains("UPTIME"));
            terminal.resize(120, 40);
            terminal.await("the wide table again", screen -> screen.contains(" PROCS "));
        }
    }

    @Test
    void a_job_in_the_background_gets_plain_lines() throws Exception {
        try (Terminal terminal = Terminal.open(100, 30)) {
            terminal.type("set -m; " + sentinel("echo hello") + " & wait; echo over");
            String screen = terminal.await("the end", text -> text.contains("\nover"));
            assertTrue(screen.contains("\nhello\n"), screen);
        }
    }

    @ParameterizedTest
    @CsvSource({"C-z", "C-s", "'C-\\'"})
    void keys_that_would_stop_the_guard_are_keys_only(String key) throws Exception {
        try (Terminal terminal = Terminal.open(100, 30)) {
            terminal.type(sentinel("sleep 60") + "; echo code=$?");
            terminal.await("the table", screen -> screen.contains("RUNNING"));
            terminal.press(key).press("s");
            terminal.await("the question", screen -> screen.contains("stop leaker? [y/N]"));
        }
    }

    @Test
    void without_colours_or_unicode_it_still_works() throws Exception {
        try (Terminal terminal = Terminal.open(100, 30)) {
            terminal.type("NO_COLOR=1 LANG=C " + sentinel("sleep 60") + "; echo code=$?");
            terminal.await(
                    "plain bars", screen -> screen.contains("RUNNING") && screen.contains("..."));
        }
    }

    @Test
    void a_dumb_terminal_gets_plain_lines() throws Exception {
        try (Terminal terminal = Terminal.open(100, 30)) {
            terminal.type("TERM=dumb " + sentinel("echo hello") + "; echo code=$?");
            String screen = terminal.await("the end", text -> text.contains("code=0"));
            assertTrue(screen.contains("\nhello\n"), screen);
        }
    }
}
