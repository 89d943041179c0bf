package dev.sentinel.view.terminal;

import dev.sentinel.model.ByteSize;
import dev.sentinel.scene.Told;
import dev.sentinel.scene.Use;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Memory over time as a graph of characters; a leak shows as a staircase. Pure.
///
/// @param now what its right end shows
/// @param events of that target; some leave a mark at their time
record Staircase(Use use, Duration now, List<Told> events, Glyphs glyphs) {

    private static final int LABEL = 11;
    private static final int[] SECONDS_PER_COLUMN = {1, 2, 5, 10, 20, 30, 60};

    /// Below that there is no room for times.
    private static final int LEAST_WITH_AXIS = 5;

    /// The whole graph with its axes, as wide and high as asked for.
    List<Line> lines(int width, int height) {
        TimeAxis time = axis(width);
        boolean withAxis = height >= LEAST_WITH_AXIS;
        List<Line> lines = plot(time, withAxis ? height - 2 : height);
        if (withAxis) {
            lines.add(label("", glyphs.corner()).then(time.marks(events, glyphs)));
            lines.add(label("", ' ').then(time.labels()));
        }
        return lines;
    }

    /// How much time a graph of that width covers.
    Duration covers(int width) {
        return axis(width).covers();
    }

    /// What the marks in a graph of that width mean; empty when there are none.
    String legend(int width) {
        return axis(width).legend(events);
    }

    private TimeAxis axis(int width) {
        int columns = Math.max(1, width - LABEL - 1);
        long first =
                use.history().points().isEmpty()
                        ? now.toSeconds()
                        : use.history().points().getFirst().second();
        long age = now.toSeconds() - first + 1;
        int each =
                Arrays.stream(SECONDS_PER_COLUMN)
                        .filter(one -> (long) one * columns >= age)
                        .findFirst()
                        .orElse(SECONDS_PER_COLUMN[SECONDS_PER_COLUMN.length - 1]);
        return new TimeAxis(now, each, columns);
    }

    private List<Line> plot(TimeAxis time, int height) {
        long[] values = use.history().highest(time.first(), time.each(), time.columns());
        long highest = Math.max(use.soft().bytes(), Arrays.stream(values).max().orElse(0));
        // A little air above, so that a breach is seen to cross the limit.
        long top = Math.max(1, Math.max(highest, use.limit().bytes() + use.limit().bytes() / 16));
        List<Line> lines = new ArrayList<>();
        for (int row = height - 1; row >= 0; row--) {
            lines.add(new Row(row, height, top).line(values));
        }
        return lines;
    }

    /// One row of cells, from the bottom up.
    private final class Row {

        private final int row;
        private final int height;
        private final long top;
        private final boolean limitHere;
        private final boolean softHere;

        Row(int row, int height, long top) {
            this.row = row;
            this.height = height;
            this.top = top;
            this.limitHere = crosses(use.limit());
            this.softHere = !limitHere && crosses(use.soft());
        }

        private boolean crosses(ByteSize level) {
            return level.bytes() > 0 && (long) row == level.bytes() * height / top;
        }

        Line line(long[] values) {
            List<Line.Span> spans = new ArrayList<>(label(text(), glyphs.axis()).spans());
            StringBuilder cells = new StringBuilder();
            Tone tone = Tone.PLAIN;
            for (long value : values) {
                double filled = (double) value * height / top - row;
                Tone cellTone = filled > 0 ? toneOf(value) : lineTone();
                if (cellTone != tone && !cells.isEmpty()) {
                    spans.add(new Line.Span(cells.toString(), tone));
                    cells.setLength(0);
                }
                tone = cellTone;
                cells.append(filled > 0 ? glyphs.cell(filled) : empty());
            }
            spans.add(new Line.Span(cells.toString(), tone));
            return new Line(spans);
        }

        private char empty() {
            if (limitHere) {
                return glyphs.limit();
            }
            return softHere ? glyphs.soft() : ' ';
        }

        private Tone lineTone() {
            return limitHere ? Tone.DANGER : Tone.WARNING;
        }

        private String text() {
            if (limitHere) {
                return use.limit().toString();
            }
            if (softHere) {
                return use.soft().toString();
            }
            boolean scale = use.limit().bytes() == 0 && !use.history().points().isEmpty();
            if (row == height - 1 && scale) {
                return new ByteSize(top).toString();
            }
            return row == 0 ? "0" : "";
        }
    }

    private static Line label(String text, char axis) {
        String right = " ".repeat(Math.max(0, LABEL - 1 - text.length())) + text + " ";
        return Line.of(right + axis, Tone.DIM);
    }

    private Tone toneOf(long value) {
        return use.limit().bytes() == 0
                ? Tone.GOOD
                : Tone.ofShare((double) value / use.limit().bytes());
    }
}
