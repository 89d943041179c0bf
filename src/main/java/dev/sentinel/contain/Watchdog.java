package dev.sentinel.contain;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Ends a tree when Sentinel itself is gone, whatever it died of: a shell that waits at the end of
/// a pipe which nobody but Sentinel can write to. The kernel closes the pipe of a dead process.
public final class Watchdog {

    /// Only the word says that all is well; the end of the pipe without it is the end of Sentinel.
    /// Signals to Sentinel's process group, Ctrl-C for one, are none of its business, and where
    /// there is a setsid(1) it has a session of its own.
    private static final String WAIT =
            """
            trap '' TERM INT HUP QUIT
            read -r word
            [ "$word" = leave ] && exit
            """;

    private static final String ALL_IS_WELL = "leave\n";

    private static final String IN_A_SESSION =
            "command -v setsid >/dev/null && exec setsid /bin/sh -c \"$@\"; exec /bin/sh -c \"$@\"";

    private final Enclosure enclosure;
    private final Family family;
    private @Nullable Process shell;
    private boolean dismissed;

    /// Not yet awake.
    public Watchdog(Enclosure enclosure, Family family) {
        this.enclosure = enclosure;
        this.family = family;
    }

    /// From now on it waits, unless it has been dismissed already.
    public synchronized void wake() throws IOException {
        if (dismissed) {
            return;
        }
        List<String> will = enclosure.lastWill();
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", IN_A_SESSION, "sh"));
        words.add(WAIT + will.getFirst());
        words.add("sentinel-watchdog");
        words.addAll(will.subList(1, will.size()));
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        // It inherits no mark, nor anything else that is meant for the command.
        builder.environment().keySet().retainAll(List.of("PATH"));
        Process started = builder.start();
        family.started(started);
        shell = started;
    }

    /// Sends it away.
    public synchronized void dismiss() {
        dismissed = true;
        if (shell == null) {
            return;
        }
        try (var pipe = shell.getOutputStream()) {
            pipe.write(ALL_IS_WELL.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException goneAlready) {
            // Then there is nobody to send away.
        }
    }
}
