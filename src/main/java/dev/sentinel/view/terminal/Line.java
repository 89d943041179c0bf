package dev.sentinel.view.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One line of the screen, or a part of one.
///
/// @param spans left to right
record Line(List<Span> spans) {

    record Span(String text, Ink ink) {}

    static final Line EMPTY = new Line(List.of());

    Line {
        spans = List.copyOf(spans);
    }

    static Line of(String text, Ink ink) {
        return new Line(List.of(new Span(text, ink)));
    }

    Line then(String text, Ink ink) {
        return then(of(text, ink));
    }

    Line then(Line other) {
        List<Span> both = new ArrayList<>(spans);
        both.addAll(other.spans);
        return new Line(both);
    }

    String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    /// How many columns it takes.
    int width() {
        int width = 0;
        for (Span span : spans) {
            width += Cells.width(span.text());
        }
        return width;
    }

    /// The same, all of it in one ink.
    Line in(Ink ink) {
        return of(text(), ink);
    }

    /// So many columns of it, from the left; a mark stands for what is left out.
    Line cut(int columns, Glyphs glyphs) {
        if (width() <= columns) {
            return this;
        }
        return columns < 1
                ? EMPTY
                : part(0, columns - 1).then(String.valueOf(glyphs.more()), Tone.DIM);
    }

    /// Exactly so many columns: cut, or followed by spaces.
    Line fit(int columns, Glyphs glyphs) {
        int missing = columns - width();
        return missing < 0 ? cut(columns, glyphs).fit(columns, glyphs) : padded(missing);
    }

    private Line padded(int columns) {
        return columns == 0 ? this : then(" ".repeat(columns), Tone.PLAIN);
    }

    /// This line with another one laid over it from that column on.
    Line under(Line other, int column) {
        int end = column + other.width();
        Line left = part(0, column);
        String gap = " ".repeat(Math.max(0, column - left.width()));
        return left.then(gap, Tone.PLAIN).then(other).then(part(end, Integer.MAX_VALUE));
    }

    /// What stands between two columns. Of a wide character that is cut through nothing is left.
    private Line part(int from, int to) {
        List<Span> parts = new ArrayList<>();
        int column = 0;
        for (Span span : spans) {
            int width = Cells.width(span.text());
            int begin = Math.max(from, column);
            int end = Math.min(to, column + width);
            if (begin < end) {
                String upToEnd = Cells.cut(span.text(), end - column);
                String before = Cells.cut(span.text(), begin - column);
                parts.add(new Span(upToEnd.substring(before.length()), span.ink()));
            }
            column += width;
        }
        return new Line(parts);
    }
}
