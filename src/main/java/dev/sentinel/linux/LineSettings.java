package dev.sentinel.linux;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How the controlling terminal treats keys and lines (termios(3)), asked and set by stty(1).
///
/// Only for who is in the foreground of the terminal: anybody else who sets something is stopped
/// for it, with the whole process group (SIGTTOU).
public final class LineSettings {

    private static final File TERMINAL = new File("/dev/tty");

    /// A terminal that prints no more may keep whoever sets it waiting.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private LineSettings() {}

    /// All of them, in one word that [#set] understands.
    public static String all() throws IOException {
        return stty(List.of("-g")).strip();
    }

    /// Sets some, each as stty names it, or all of them with the word that told all.
    public static void set(List<String> words) throws IOException {
        stty(words);
    }

    private static String stty(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(words);
        Process stty =
                new ProcessBuilder(command)
                        .redirectInput(TERMINAL)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!stty.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("stty %s hangs".formatted(String.join(" ", words)));
            }
            if (stty.exitValue() != 0) {
                throw new IOException("stty %s failed".formatted(String.join(" ", words)));
            }
            // It is little and has been written, so nobody waits here.
            return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IOException("stty was not waited for", hurried);
        } finally {
            stty.destroyForcibly();
        }
    }
}
