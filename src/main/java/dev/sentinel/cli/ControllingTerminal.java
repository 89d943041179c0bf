package dev.sentinel.cli;

import dev.sentinel.contain.Watchdog;
import dev.sentinel.linux.LineSettings;
import dev.sentinel.linux.Self;
import dev.sentinel.view.terminal.Tty;

import java.io.IOException;
import java.util.List;

/// The terminal that this process was started from, which is stdout too when it is drawn on.
final class ControllingTerminal implements Tty {

    /// Key by key, and none that acts by itself: a guard that is stopped with Ctrl-Z guards
    /// nothing, one that dumps its threads with Ctrl-\ spoils the screen, and one whose screen is
    /// held with Ctrl-S cannot give it back.
    private static final List<String> KEYS_ONLY =
            List.of("-icanon", "min", "1", "time", "0", "-echo", "-isig", "-ixon");

    private final Watchdog watchdog;
    private String before = "";
    private String ours = "";

    ControllingTerminal(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    @Override
    public Size size() {
        Self.Size size = Self.terminalSize(Self.Stream.OUTPUT);
        return new Size(size.columns(), size.rows());
    }

    @Override
    public boolean inForeground() {
        return Self.hearsTheTerminal();
    }

    @Override
    public synchronized void take() throws IOException {
        before = LineSettings.all();
        // Before anything is changed, and then with what only this process can have set.
        watchdog.holdTerminal(before);
        LineSettings.set(KEYS_ONLY);
        ours = LineSettings.all();
        watchdog.holdTerminal(before, ours);
    }

    @Override
    public synchronized void takeAgain() throws IOException {
        if (!LineSettings.all().equals(ours)) {
            LineSettings.set(List.of(ours));
        }
    }

    @Override
    public synchronized void restore() throws IOException {
        LineSettings.set(List.of(before));
    }

    @Override
    public void letGo() {
        watchdog.letGoOfTerminal();
    }
}
