package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A terminal with a shell in it: a tmux server of its own, which takes keys and shows its screen.
final class Terminal implements AutoCloseable {

    private String serverPid = "";
    private final String server = "sentinel-test-" + System.nanoTime();

    private Terminal() {}

    /// A bare shell at a prompt of `$ `, in a terminal of that size.
    static Terminal open(int columns, int rows) throws Exception {
        Terminal terminal = new Terminal();
        Needs.tools("tmux");
        terminal.tmux(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                "" + columns,
                "-y",
                "" + rows,
                "env PS1='$ ' LANG=C.UTF-8 XDG_CACHE_HOME=%s sh"
                        .formatted(Guard.ENVIRONMENT.get("XDG_CACHE_HOME")));
        terminal.await("a prompt", screen -> screen.startsWith("$"));
        return terminal;
    }

    private String tmux(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("tmux", "-L", server));
        all.addAll(List.of(words));
        return Program.run(Duration.ofSeconds(10), Map.of(), all).out();
    }

    /// Types a line and Enter.
    Terminal type(String line) throws Exception {
        return write(line).press("Enter");
    }

    /// Types without Enter.
    Terminal write(String text) throws Exception {
        tmux("send-keys", "-l", text);
        return this;
    }

    /// Presses one key, by its name in tmux.
    Terminal press(String key) throws Exception {
        tmux("send-keys", key);
        return this;
    }

    Terminal resize(int columns, int rows) throws Exception {
        tmux("resize-window", "-x", "" + columns, "-y", "" + rows);
        return this;
    }

    String screen() throws Exception {
        return tmux("capture-pane", "-p");
    }

    /// Another size each time, with a key now and then for which it is drawn at once.
    void resizeOften(int times) throws Exception {
        String script =
                """
                for n in $(seq $times); do
                    stty -F $tty cols $((1 + n * 7919 % 400)) rows $((1 + n * 104729 % 150))
                    [ $((n % 3)) -gt 0 ] || tmux -L $server send-keys Z
                done
                """;
        Map<String, String> names =
                Map.of("tty", tty(), "server", server, "times", Integer.toString(times));
        Program.Result result = Program.shell(Duration.ofSeconds(60), names, script);
        assertEquals("", result.err());
    }

    /// The device.
    String tty() throws Exception {
        return tmux("display-message", "-p", "#{pane_tty}").strip();
    }

    /// From now on nobody reads what is written to the device, or somebody does again.
    void stall(boolean stalled) throws Exception {
        String signal = stalled ? "-STOP" : "-CONT";
        if (stalled) {
            serverPid = tmux("display-message", "-p", "#{pid}").strip();
        }
        Program.output("kill", signal, serverPid);
    }

    /// From now on keeps all that is written to it in a file, byte for byte.
    Terminal record(Path file) throws Exception {
        tmux("pipe-pane", "exec cat >" + file);
        return this;
    }

    /// The process that the terminal was opened with.
    long shellPid() throws Exception {
        return Long.parseLong(tmux("display-message", "-p", "#{pane_pid}").strip());
    }

    /// Waits until that process is gone, and the terminal with it.
    void awaitEnd() throws Exception {
        Eventually.isTrue(Duration.ofSeconds(20), "the end", () -> tmux("list-sessions").isEmpty());
    }

    /// Waits until a full-screen program has the terminal or has not, and its cursor is shown or
    /// not.
    void awaitModes(String modes) throws Exception {
        String format = "alternate=#{alternate_on} cursor=#{cursor_flag}";
        var _ =
                Eventually.get(
                        Duration.ofSeconds(20),
                        modes,
                        () -> tmux("display-message", "-p", format).strip(),
                        modes::equals);
    }

    String await(String what, Predicate<String> onScreen) throws Exception {
        return Eventually.get(Duration.ofSeconds(20), what, this::screen, onScreen);
    }

    @Override
    public void close() throws IOException {
        try {
            tmux("kill-server");
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }
}
