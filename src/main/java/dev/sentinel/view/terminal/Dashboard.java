package dev.sentinel.view.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.terminal.MouseCaptureMode;

import dev.sentinel.scene.Scene;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The full screen. One thread draws the latest scene twice a second, if it has changed, another
/// reads keys; neither is waited for by the loop, so a stalled terminal delays nothing.
public final class Dashboard implements AutoCloseable {

    /// When nobody presses a key.
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(500);

    /// Never more than ten a second.
    private static final Duration LEAST_BETWEEN_DRAWINGS = Duration.ofMillis(100);

    /// A drawing that takes long is not made so often: a hundredth of a processor is plenty. But
    /// the first ones take long because everything is new.
    private static final int SHARE = 100;

    private static final Duration MOST_BETWEEN_DRAWINGS = Duration.ofSeconds(1);

    /// Longer than any drawing; one that hangs in its terminal is left behind.
    private static final Duration LAST_DRAWING = Duration.ofMillis(500);

    /// What the dashboard shows and whom it tells.
    ///
    /// @param ownGuard whether leaving ends the guard
    /// @param interrupt called for Ctrl-C, which a terminal in raw mode sends as a key
    /// @param leave called when the user has seen enough
    /// @param broken called when nothing can be drawn or read any more
    /// @param clock monotonic
    public record Parts(
            Shown shown,
            boolean ownGuard,
            Runnable interrupt,
            Runnable leave,
            Consumer<Throwable> broken,
            Supplier<Duration> clock) {}

    private final Parts parts;
    private final GuardedTerminal terminal;
    private final DashboardText text;
    private final Painter painter;
    private final Controls controls;
    private final BlockingQueue<KeyStroke> keys = new ArrayBlockingQueue<>(64);
    private final BlockingQueue<String> notices = new ArrayBlockingQueue<>(8);
    private final Thread drawing;
    private @Nullable Screenful drawn;
    private @Nullable Picture picture;
    private volatile boolean closing;

    /// Takes over the terminal of this process.
    ///
    /// @throws IOException when there is none, or it cannot be set up
    public Dashboard(Parts parts, Tty tty, Look look) throws IOException {
        this.parts = parts;
        this.text = new DashboardText(look.unicode() ? Glyphs.UNICODE : Glyphs.ASCII);
        this.controls = new Controls(parts.ownGuard());
        controls.select(parts.shown().first());
        this.terminal = new GuardedTerminal(tty, look.charset());
        this.painter = new Painter(terminal, new Palette(look.colours()));
        this.drawing = thread("terminal", this::drawAgainAndAgain);
        thread("keys", this::readKeys);
    }

    private Thread thread(String name, Runnable work) {
        return Thread.ofPlatform()
                .name(name)
                .daemon()
                .uncaughtExceptionHandler((_, fault) -> parts.broken().accept(fault))
                .start(work);
    }

    /// This process was stopped and goes on; called on any thread.
    public void takeAgain() throws IOException {
        terminal.takeAgain();
    }

    /// What the terminal can show.
    ///
    /// @param unicode whether more than ASCII is drawn with
    public record Look(Charset charset, boolean unicode, boolean colours) {}

    private void readKeys() {
        try {
            while (!closing) {
                var _ = keys.offer(terminal.readInput());
            }
        } catch (IOException gone) {
            // The terminal went away; SIGHUP tells the rest.
        }
    }

    private void drawAgainAndAgain() {
        try {
            while (!closing) {
                Duration begun = parts.clock().get();
                draw();
                Duration took = parts.clock().get().minus(begun);
                rest(begun, took);
            }
        } catch (IOException gone) {
            // The same.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Until it is time for the next drawing: sooner when a key was pressed.
    private void rest(Duration begun, Duration took) throws InterruptedException, IOException {
        long wait =
                Math.clamp(
                        took.toMillis() * SHARE,
                        BETWEEN_DRAWINGS.toMillis(),
                        MOST_BETWEEN_DRAWINGS.toMillis());
        @Nullable KeyStroke key = keys.poll(wait, TimeUnit.MILLISECONDS);
        Duration end = begun.plus(LEAST_BETWEEN_DRAWINGS);
        while (key != null) {
            press(key);
            Duration left = end.minus(parts.clock().get());
            key = keys.poll(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    private void draw() throws IOException {
        boolean emptied = painter.fit();
        @Nullable String notice = notices.poll();
        if (notice != null) {
            controls.notice(notice);
        }
        controls.remark(parts.shown().remark());
        Screenful now = controls.screenful(scene());
        if (now.equals(drawn) && !emptied) {
            return;
        }
        TerminalSize size = painter.size();
        Picture next = text.draw(now, size.getColumns(), size.getRows());
        drawn = now;
        picture = next;
        painter.paint(next.lines());
    }

    private Scene scene() {
        return parts.shown().scene(controls.selected());
    }

    private void press(KeyStroke stroke) throws IOException {
        if (stroke instanceof MouseAction mouse) {
            mouse(mouse);
            return;
        }
        String press = Presses.of(stroke);
        if (press.equals("C-c")) {
            parts.interrupt().run();
            return;
        }
        switch (controls.press(press, scene())) {
            case Deed.None() -> {}
            case Deed.Wish(var command) -> parts.shown().wish(command, notices::offer);
            case Deed.Leave() -> parts.leave().run();
            case Deed.Quit(var stop) -> {
                parts.shown().wish(stop, notices::offer);
                parts.leave().run();
            }
            case Deed.Mouse(var wanted) ->
                    terminal.setMouseCaptureMode(wanted ? MouseCaptureMode.CLICK : null);
            case Deed.Redraw() -> terminal.redraw();
        }
    }

    private void mouse(MouseAction mouse) {
        switch (mouse.getActionType()) {
            case CLICK_DOWN -> {
                if (picture != null) {
                    picture.at(mouse.getPosition().getRow()).ifPresent(controls::select);
                }
            }
            case SCROLL_UP -> controls.press(Key.BACK.press(), scene());
            case SCROLL_DOWN -> controls.press(Key.FORTH.press(), scene());
            case CLICK_RELEASE, DRAG, MOVE -> {}
        }
    }

    /// Gives the terminal back as it was.
    @Override
    public void close() {
        closing = true;
        drawing.interrupt();
        terminal.close();
        // A JVM that writes an archive of classes at its end must not link any meanwhile.
        try {
            drawing.join(LAST_DRAWING);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
