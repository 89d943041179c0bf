package dev.sentinel.contain;

import org.jspecify.annotations.Nullable;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Ends trees and gives the terminal back when Sentinel itself is gone, whatever it died of: a
/// shell that waits at the end of a pipe which nobody but Sentinel can write to. The kernel closes
/// the pipe of a dead process.
///
/// It is started by the script that starts Sentinel (`packaging/start`), so it is there before
/// anything that it could have to end, and costs the way to the command nothing but a line. Any
/// thread may talk to it.
public final class Watchdog {

    /// The property that tells where its pipe is.
    public static final String PIPE = "sentinel.watchdog.pipe";

    private final @Nullable String pipe;
    private @Nullable FileOutputStream end;

    /// @param pipe the path that its pipe can be written to at; null when there is none
    public Watchdog(@Nullable String pipe) {
        this.pipe = pipe;
    }

    /// From now on this is to end with Sentinel.
    ///
    /// @throws IOException when nobody is there who would see to it
    synchronized void hold(Enclosure enclosure) throws IOException {
        say("hold " + enclosure.lastWill());
    }

    /// No longer.
    synchronized void letGoOf(Enclosure enclosure) {
        try {
            say("let go of " + enclosure.lastWill());
        } catch (IOException nobodyThere) {
            // Nobody who would end it, either.
        }
    }

    /// The terminal is to be given back when Sentinel is gone, with these settings.
    ///
    /// @param before all settings as `stty -g` tells them
    public void holdTerminal(String before) {
        sayOfTerminal("hold terminal " + before);
    }

    /// The same, but settings that are no longer ours are somebody else's, the shell's for one, and
    /// stay.
    public void holdTerminal(String before, String ours) {
        sayOfTerminal("hold terminal " + before + " " + ours);
    }

    /// It has been given back.
    public void letGoOfTerminal() {
        sayOfTerminal("let go of terminal");
    }

    /// Without a watchdog there is a dashboard all the same.
    private synchronized void sayOfTerminal(String line) {
        try {
            say(line);
        } catch (IOException nobodyThere) {
            // Nobody who would give it back.
        }
    }

    private void say(String line) throws IOException {
        if (pipe == null) {
            throw new IOException("it was not started by its own script");
        }
        if (line.contains("\n")) {
            throw new IOException("a name of two lines: " + line);
        }
        // Appending, for if it were no pipe it would be somebody's file.
        FileOutputStream to = end == null ? new FileOutputStream(pipe, true) : end;
        end = to;
        // In one piece, so that it comes whole or not at all (pipe(7)).
        to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
