package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Whatever becomes of the terminal, the guard guards.
@SideBySide
class TroubledTerminalIT {

    private static final int SIZES = 300;

    @TempDir Path directory;
    private Terminal terminal;
    private DrawnGuard guard;

    @BeforeEach
    void open() throws Exception {
        terminal = Terminal.open(100, 30);
        guard = DrawnGuard.in(terminal, directory);
    }

    @AfterEach
    void close() throws Exception {
        terminal.close();
    }

    /// As with the shell's fg, and with a shell that leaves the settings to others.
    @Test
    void stopped_and_continued_the_dashboard_takes_it_again() throws Exception {
        guard.draw(DrawnGuard.BINARY, "sleep 60", "RUNNING");
        guard.signal("STOP");
        terminal.await("the shell", screen -> screen.contains("Stopped"));
        Eventually.isTrue(Guard.SOON, "the shell to go on", guard::ended);
        Files.delete(guard.code());
        terminal.type("stty sane; fg; echo $? >" + guard.code());
        terminal.await(
                "the table and nothing else",
                screen -> screen.contains("RUNNING") && !screen.contains("Stopped"));
        terminal.press("C-c");
        guard.assertLeft(130, "sentinel: sleep: ");
    }

    @Test
    void of_a_new_size_all_the_time_it_is_drawn_on_and_the_limit_holds() throws Exception {
        guard.drawLeaker();
        terminal.resizeOften(SIZES);
        DrawnGuard.setSize(terminal);
        terminal.await(
                "the table", screen -> screen.contains(" TO LIMIT ") && screen.contains("RUNNING"));
        guard.leak();
        terminal.resizeOften(SIZES / 10);
        guard.assertEnforced();
        guard.assertSane();
    }

    /// As with a connection that hangs. What has been drawn and not been read is much: every new
    /// size brings a whole new screen.
    @Test
    void when_it_takes_nothing_the_limit_holds_and_the_end_does_not_wait() throws Exception {
        guard.drawLeaker();
        String tty = terminal.tty();
        terminal.stall(true);
        try {
            drawUntilItWaits(tty);
            guard.leak();
            guard.assertEnforced();
        } finally {
            terminal.stall(false);
        }
        guard.assertSane();
    }

    /// Until the thread that draws waits in the kernel.
    private void drawUntilItWaits(String tty) throws Exception {
        String script =
                """
                pid=$(pgrep -f "dev.sentinel.Main.*$directory")
                for task in /proc/$pid/task/*; do
                    [ "$(cat $task/comm)" = terminal ] && break
                done
                for n in $(seq 500); do
                    stty -F $tty cols $((300 + n % 100)) rows 100
                    grep -q wait_woken $task/wchan && exit
                    sleep 0.02
                done
                exit 1
                """;
        Map<String, String> names = Map.of("tty", tty, "directory", directory.toString());
        assertEquals(0, Program.shell(Guard.SOON, names, script).code(), "it still draws");
    }
}
