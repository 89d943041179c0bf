package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// However Sentinel ends, the terminal is as it was before. One terminal for all: what one leaves
/// behind the next one would find.
@SideBySide
class LeavingIT {

    private static Terminal terminal;

    @TempDir Path directory;
    private DrawnGuard guard;

    @BeforeAll
    static void open_a_terminal() throws Exception {
        terminal = Terminal.open(100, 30);
    }

    @AfterAll
    static void close_the_terminal() throws Exception {
        if (terminal != null) {
            terminal.close();
        }
    }

    @BeforeEach
    void clear() throws Exception {
        guard = DrawnGuard.in(terminal, directory);
    }

    @ParameterizedTest
    @CsvSource({
        "q, stop it and quit? [y/N], y, 143",
        "s, stop sleep? [y/N],       y, 143",
        "C-c, '', '', 130",
    })
    void keys_end_it(String key, String question, String answer, int code) throws Exception {
        guard.draw(DrawnGuard.BINARY, "sleep 60", "RUNNING");
        terminal.press(key);
        if (!question.isEmpty()) {
            terminal.await("the question", screen -> screen.contains(question));
            terminal.press(answer);
        }
        guard.assertLeft(code, "sentinel: sleep: ");
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    void signals_end_it(String signal, int code) throws Exception {
        guard.draw(DrawnGuard.BINARY, "sh -c 'echo last words; exec sleep 60'", "last words");
        guard.signal(signal);
        String after = guard.assertLeft(code, "sentinel: sh: Sentinel got SIG" + signal);
        assertTrue(after.contains("\nlast words\n"), after);
    }

    @ParameterizedTest
    @EnumSource
    void killed_it_cannot_and_the_watchdog_does(Surroundings surroundings) throws Exception {
        surroundings.open(directory);
        String sentinel = "'" + String.join("' '", surroundings.sentinel(List.of())) + "'";
        guard.draw(sentinel, "sleep 60", "RUNNING");
        guard.signal("KILL");
        guard.assertLeft(137, "sentinel: killed");
    }

    @Test
    void nor_can_it_when_what_is_guarded_is_to_live_on() throws Exception {
        guard.draw(DrawnGuard.BINARY, "--on-death leave sleep 3", "RUNNING");
        guard.signal("KILL");
        guard.assertLeft(137, "sentinel: killed");
    }

    /// A heap that suffices until the window is as large as windows get.
    @Test
    void out_of_memory_it_cannot_either() throws Exception {
        try (AlteredHome home = AlteredHome.butFor("jvm.options")) {
            String options = Files.readString(home.original());
            Files.writeString(home.file(), options.replace("-Xmx32m", "-Xmx5m"));
            guard.draw(home.sentinel(), "sleep 60", "RUNNING");
            terminal.resize(400, 150);
            guard.assertLeft(3, "sentinel: killed, or out of memory");
        } finally {
            terminal.resize(100, 30);
        }
    }

    /// Something that nobody has thought of: a class that takes part in every drawing is missing.
    @Test
    void when_nothing_can_be_drawn_the_guard_goes_on_without() throws Exception {
        try (AlteredHome home = AlteredHome.butFor("sentinel.jar")) {
            Files.copy(home.original(), home.file());
            try (FileSystem classes = FileSystems.newFileSystem(home.file())) {
                Files.delete(
                        classes.getPath("com/googlecode/lanterna/screen/ScreenTextGraphics.class"));
            }
            guard.type(home.sentinel(), "-m 50M java -jar %s".formatted(Guard.LEAKER));
            String said = "the dashboard has failed";
            terminal.await("a word about it", screen -> screen.contains(said));
            guard.assertLeft(123, "SIGTERM, ended after");
        }
    }

    @ParameterizedTest
    @CsvSource({"q, ''", "C-c, ''", "'', TERM"})
    void held_the_table_stays_until_somebody_has_seen_it(String key, String signal)
            throws Exception {
        guard.draw(DrawnGuard.BINARY, "--hold sh -c 'exit 7'", "GONE");
        assertFalse(guard.ended());
        if (signal.isEmpty()) {
            terminal.press(key);
        } else {
            guard.signal(signal);
        }
        guard.assertLeft(7, "sentinel: sh: exited with 7");
    }
}
