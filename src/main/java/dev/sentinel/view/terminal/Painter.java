package dev.sentinel.view.terminal;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.TextGraphics;
import com.googlecode.lanterna.screen.TerminalScreen;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/// Brings pictures to the screen: of each only what differs from the one before.
final class Painter {

    private final GuardedTerminal terminal;
    private final TerminalScreen screen;
    private final Palette palette;
    private List<Line> painted = List.of();

    /// Shows an empty screen.
    Painter(GuardedTerminal terminal, Palette palette) throws IOException {
        this.terminal = terminal;
        this.screen = terminal.startScreen();
        this.palette = palette;
    }

    /// Takes the size that the terminal has now.
    ///
    /// @return whether a picture has to be painted, though it may be the same as the last
    boolean fit() throws IOException {
        // That notes down a new size; then null when it has not changed.
        terminal.getTerminalSize();
        @Nullable TerminalSize resized = screen.doResizeIfNecessary();
        if (resized != null) {
            painted = List.of();
        }
        return painted.isEmpty() || terminal.isStale();
    }

    /// The size that the next picture is to have.
    TerminalSize size() {
        return screen.getTerminalSize();
    }

    void paint(List<Line> lines) throws IOException {
        TextGraphics graphics = screen.newTextGraphics();
        for (int row = 0; row < lines.size(); row++) {
            if (row >= painted.size() || !painted.get(row).equals(lines.get(row))) {
                paint(graphics, lines.get(row), row);
            }
        }
        painted = lines;
        screen.refresh(terminal.nextRefresh());
    }

    private void paint(TextGraphics graphics, Line line, int row) {
        TerminalPosition position = new TerminalPosition(0, row);
        for (Line.Span span : line.spans()) {
            palette.apply(graphics, span.ink());
            graphics.putString(position, span.text());
            position = position.withRelativeColumn(Cells.width(span.text()));
        }
    }
}
