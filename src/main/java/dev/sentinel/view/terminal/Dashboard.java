package dev.sentinel.view.terminal;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.TextGraphics;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.screen.TerminalScreen;

import dev.sentinel.model.Build;
import dev.sentinel.model.Command;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.Snapshot;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The full-screen table. One thread draws the latest snapshot a few times a second, another reads
/// keys; neither is waited for by the loop, so a stalled terminal delays nothing.
public final class Dashboard implements AutoCloseable {

    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);

    /// A terminal that takes no more characters (Ctrl-S) does not hold up the end for longer.
    private static final Duration LAST_DRAWING = Duration.ofSeconds(2);

    /// What the dashboard shows and where wishes go.
    ///
    /// @param interrupt called for Ctrl-C, which a terminal in raw mode sends as a key
    public record Parts(
            Supplier<Snapshot> latest,
            Supplier<Outlets> outlets,
            Predicate<Command> commands,
            Runnable interrupt,
            Build build) {}

    private final Parts parts;
    private final GuardedTerminal terminal;
    private final TerminalScreen screen;
    private final DashboardText text;
    private final Palette palette;
    private final BlockingQueue<KeyStroke> keys = new ArrayBlockingQueue<>(64);
    private final Thread drawing;
    private Optional<Question> question = Optional.empty();
    private volatile boolean closing;

    /// Takes over the terminal of this process.
    ///
    /// @param charset what the terminal shows
    /// @throws IOException when there is none, or it cannot be set up
    public Dashboard(Parts parts, Charset charset, boolean colours) throws IOException {
        this.parts = parts;
        this.text =
                new DashboardText(
                        charset.equals(StandardCharsets.UTF_8) ? Glyphs.UNICODE : Glyphs.ASCII);
        this.palette = new Palette(colours);
        this.terminal = new GuardedTerminal(charset);
        this.screen = new TerminalScreen(terminal);
        screen.startScreen();
        screen.setCursorPosition(null);
        Thread.ofPlatform().name("keys").daemon().start(this::readKeys);
        this.drawing = Thread.ofPlatform().name("terminal").daemon().start(this::drawAgainAndAgain);
    }

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
                draw();
                @Nullable KeyStroke key =
                        keys.poll(BETWEEN_DRAWINGS.toMillis(), TimeUnit.MILLISECONDS);
                if (key != null) {
                    press(key);
                }
            }
        } catch (IOException gone) {
            // The same.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void press(KeyStroke key) {
        boolean character = key.getKeyType() == KeyType.Character;
        if (character && key.isCtrlDown()) {
            // Ctrl-S is no 's'.
            if (key.getCharacter() == 'c') {
                parts.interrupt().run();
            }
            return;
        }
        char pressed = character ? key.getCharacter() : ' ';
        if (question.isPresent()) {
            boolean yes = pressed == 'y' || pressed == 'Y';
            // A full mailbox refuses; then the question stays, to be answered again.
            boolean sent = yes && parts.commands().test(question.get().command());
            question = yes && !sent ? question : Optional.empty();
            return;
        }
        question = Question.of(pressed, parts.latest().get().targets());
    }

    private void draw() throws IOException {
        // Null when the size has not changed.
        @Nullable TerminalSize resized = screen.doResizeIfNecessary();
        TerminalSize size = resized == null ? screen.getTerminalSize() : resized;
        var content =
                new Screenful(
                        parts.latest().get(),
                        parts.outlets().get(),
                        parts.build(),
                        question.map(Question::text));
        screen.clear();
        paint(text.draw(content, size.getColumns(), size.getRows()));
        screen.refresh();
    }

    private void paint(List<Line> lines) {
        TextGraphics graphics = screen.newTextGraphics();
        for (int row = 0; row < lines.size(); row++) {
            TerminalPosition position = new TerminalPosition(0, row);
            for (Line.Span span : lines.get(row).spans()) {
                palette.apply(graphics, span.tone());
                graphics.putString(position, span.text());
                position = position.withRelativeColumn(span.text().length());
            }
        }
    }

    /// Gives the terminal back as it was.
    @Override
    public void close() throws IOException {
        closing = true;
        drawing.interrupt();
        try {
            drawing.join(LAST_DRAWING);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        if (!drawing.isAlive()) {
            screen.stopScreen();
        }
        terminal.close();
    }
}
