package dev.sentinel.view.terminal;

import dev.sentinel.model.History;

import java.time.Duration;

/// The memory of the last minutes in one row of characters. Pure.
///
/// @param top what fills a cell; zero for the highest value there is
record Sparkline(History history, long top, Duration now, Glyphs glyphs) {

    /// Older than that is not shown.
    private static final int MINUTES = 5;

    String of(int columns) {
        int each = Math.max(1, MINUTES * 60 / columns);
        long[] values = history.highest(now.toSeconds() + 1 - (long) each * columns, each, columns);
        long full = top;
        for (long value : values) {
            full = Math.max(full, value);
        }
        StringBuilder cells = new StringBuilder(columns);
        for (long value : values) {
            cells.append(full == 0 ? ' ' : glyphs.cell((double) value / full));
        }
        return cells.toString();
    }
}
