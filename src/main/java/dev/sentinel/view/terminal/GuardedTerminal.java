package dev.sentinel.view.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// The terminal of this process, taken over and given back as it was.
///
/// Lanterna's own terminal for Unix asks the terminal itself for its size, sets it with six
/// processes one after the other, takes SIGWINCH away from whoever has it, and waits for ever at
/// the end for a terminal that takes nothing. So this one begins below it.
final class GuardedTerminal extends ANSITerminal {

    /// What a VT100 shows, when the kernel does not know.
    private static final TerminalSize VT100 = new TerminalSize(80, 24);

    /// More is not drawn on: a size is what anybody says with stty(1), and every character takes
    /// memory.
    private static final TerminalSize LARGEST = new TerminalSize(400, 150);

    /// A terminal that takes nothing does not hold up the end for longer.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// No synchronized update, plain characters, no mouse, no marks around what is pasted, a
    /// cursor, the main screen. The watchdog (packaging/watchdog) writes the same.
    private static final String LEAVE =
            "\u001b[?2026l\u001b[0m\u001b[?9l\u001b[?1000l\u001b[?1002l\u001b[?1003l\u001b[?1005l"
                    + "\u001b[?1006l\u001b[?2004l\u001b[?25h\u001b[?1049l";

    private final Tty tty;
    private final Frames frames;
    private final AtomicBoolean stale = new AtomicBoolean();
    private volatile boolean closing;
    private boolean cursorVisible = true;

    /// Takes it over; not stdin and stdout, for stdin may be a pipe that is meant for the child.
    GuardedTerminal(Tty tty, Charset charset) throws IOException {
        this(tty, new Frames(new FileOutputStream("/dev/tty")), charset);
    }

    private GuardedTerminal(Tty tty, Frames frames, Charset charset) throws IOException {
        super(new FileInputStream("/dev/tty"), frames, charset);
        this.tty = tty;
        this.frames = frames;
        tty.take();
    }

    /// Shows an empty screen without a cursor, or gives the terminal back.
    TerminalScreen startScreen() throws IOException {
        try {
            TerminalScreen screen = new TerminalScreen(this);
            screen.setCursorPosition(null);
            screen.startScreen();
            flush();
            frames.begin();
            return screen;
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    @Override
    protected TerminalSize findTerminalSize() {
        Tty.Size told = tty.size();
        if (told.columns() <= 0 || told.rows() <= 0) {
            return VT100;
        }
        return new TerminalSize(
                Math.min(told.columns(), LARGEST.getColumns()),
                Math.min(told.rows(), LARGEST.getRows()));
    }

    /// Lanterna's own sends halves of characters outside of the Basic Multilingual Plane, and zeros
    /// behind others.
    @Override
    public void putString(String text) throws IOException {
        writeToTerminal(text.getBytes(getCharset()));
    }

    /// Lanterna says so behind every frame, also when there is nothing else to write.
    @Override
    public void setCursorVisible(boolean visible) throws IOException {
        if (visible != cursorVisible) {
            cursorVisible = visible;
            super.setCursorVisible(visible);
        }
    }

    /// When this process goes on after it was stopped: meanwhile the shell had the terminal, and
    /// what is on the screen is the shell's. Called on any thread.
    void takeAgain() throws IOException {
        if (!closing && tty.inForeground()) {
            tty.takeAgain();
            redraw();
        }
    }

    /// Nobody knows what is on the screen any more: all of it is drawn anew with the next frame.
    void redraw() {
        stale.set(true);
    }

    /// Whether somebody has asked for that since the last frame.
    boolean isStale() {
        return stale.get();
    }

    /// How the next frame has to be drawn.
    RefreshType nextRefresh() throws IOException {
        if (!stale.getAndSet(false)) {
            return RefreshType.AUTOMATIC;
        }
        writeToTerminal("\u001b[?1049h".getBytes(getCharset()));
        super.setCursorVisible(cursorVisible);
        return RefreshType.COMPLETE;
    }

    /// Gives it back, whatever is being drawn. Left to the watchdog, for when this process is gone,
    /// is a terminal that takes nothing, and one that another program has, which cannot be touched
    /// without being stopped.
    @Override
    public void close() {
        closing = true;
        Thread leaving = Thread.ofPlatform().name("terminal-end").daemon().start(this::leave);
        try {
            leaving.join(PATIENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        if (!tty.inForeground()) {
            return;
        }
        try {
            tty.restore();
            frames.end(LEAVE);
            tty.letGo();
        } catch (IOException gone) {
            // There is no terminal any more, or the watchdog has more luck.
        }
    }
}
