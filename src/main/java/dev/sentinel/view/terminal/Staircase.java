package dev.sentinel.view.terminal;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.History;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Memory over time as a graph of characters; a leak shows as a staircase. Pure.
///
/// @param limit zero for none
record Staircase(History history, ByteSize limit, Duration now, Glyphs glyphs) {

    private static final int LABEL = 11;
    private static final int[] SECONDS_PER_COLUMN = {1, 2, 5, 10, 30, 60};

    /// The whole graph: labels, axis and columns, as wide and high as asked for.
    List<Line> lines(int width, int height) {
        int columns = Math.max(1, width - LABEL - 1);
        List<Long> values = values(columns);
        long highest = values.stream().mapToLong(Long::longValue).max().orElse(0);
        // A little air above, so that a breach is seen to cross the limit.
        long top = Math.max(1, Math.max(highest, limit.bytes() + limit.bytes() / 16));
        List<Line> lines = new ArrayList<>();
        for (int row = height - 1; row >= 0; row--) {
            lines.add(line(values, row, height, top));
        }
        return lines;
    }

    /// How much time the graph of that width covers.
    Duration covers(int width) {
        int columns = Math.max(1, width - LABEL - 1);
        return Duration.ofSeconds((long) columns * secondsPerColumn(columns));
    }

    private Line line(List<Long> values, int row, int height, long top) {
        boolean limitHere = !isNone() && (long) row == limit.bytes() * height / top;
        Line line = Line.of(label(row, height, top, limitHere) + glyphs.axis(), Tone.DIM);
        StringBuilder cells = new StringBuilder();
        Tone tone = Tone.PLAIN;
        for (long value : values) {
            double filled = (double) value * height / top - row;
            Tone cellTone = filled > 0 ? toneOf(value) : Tone.DANGER;
            if (cellTone != tone && !cells.isEmpty()) {
                line = line.then(cells.toString(), tone);
                cells.setLength(0);
            }
            tone = cellTone;
            cells.append(filled > 0 || !limitHere ? glyphs.cell(filled) : glyphs.limit());
        }
        return line.then(cells.toString(), tone);
    }

    private String label(int row, int height, long top, boolean limitHere) {
        String text = "";
        if (limitHere) {
            text = limit.toString();
        } else if (row == height - 1 && isNone() && !history.points().isEmpty()) {
            text = new ByteSize(top).toString();
        } else if (row == 0) {
            text = "0";
        }
        return " ".repeat(Math.max(0, LABEL - 1 - text.length())) + text + " ";
    }

    private Tone toneOf(long value) {
        return isNone() ? Tone.GOOD : Tone.ofShare((double) value / limit.bytes());
    }

    private boolean isNone() {
        return limit.bytes() == 0;
    }

    /// The highest value of each column, oldest first; zero before the first reading.
    private List<Long> values(int columns) {
        int perColumn = secondsPerColumn(columns);
        List<Long> values = new ArrayList<>();
        for (int column = columns - 1; column >= 0; column--) {
            long highest = 0;
            for (int second = perColumn - 1; second >= 0; second--) {
                Duration at = now.minusSeconds((long) column * perColumn + second);
                highest = Math.max(highest, history.at(at).bytes());
            }
            values.add(highest);
        }
        return values;
    }

    private int secondsPerColumn(int columns) {
        long age =
                history.points().isEmpty()
                        ? 0
                        : now.toSeconds() - history.points().getFirst().second() + 1;
        for (int seconds : SECONDS_PER_COLUMN) {
            if ((long) seconds * columns >= age) {
                return seconds;
            }
        }
        return SECONDS_PER_COLUMN[SECONDS_PER_COLUMN.length - 1];
    }
}
