package dev.sentinel.view.console;

import dev.sentinel.view.TargetReply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All targets, one row each, as a client shows them: plain ASCII, as wide as what stands in it.
/// Pure.
///
/// When there is less room, the names are shortened first; then those columns go that tell nothing
/// of any target, and then those that matter least.
public final class StatusTable {

    private static final int GAP = 2;
    private static final int SHORTEST_NAME = 8;

    private final Set<Column> columns;
    private final boolean colours;

    private StatusTable(Set<Column> columns, boolean colours) {
        this.columns = columns;
        this.colours = colours;
    }

    /// A table for targets to be put in.
    ///
    /// @param wide whether it has all there is to tell
    /// @param colours whether what needs a look is marked by a colour, too
    public static StatusTable of(boolean wide, boolean colours) {
        return new StatusTable(wide ? Column.WIDE : Column.TABLE, colours);
    }

    /// One column with its cells.
    private record Filled(Column column, List<String> cells, int width, boolean tellsNothing) {

        static Filled of(Column column, List<TargetReply> targets) {
            List<String> cells = new ArrayList<>();
            int width = column.title().length();
            boolean tellsNothing = true;
            for (TargetReply target : targets) {
                String cell = column.value(target);
                cells.add(cell);
                width = Math.max(width, cell.length());
                tellsNothing &= cell.equals(Column.UNKNOWN);
            }
            return new Filled(column, cells, width, tellsNothing);
        }

        Filled narrowed(int room) {
            return new Filled(column, cells, Math.min(width, room), tellsNothing);
        }

        String fitted(String text) {
            if (text.length() > width) {
                return text.substring(0, width - 1) + "~";
            }
            String blank = " ".repeat(width - text.length());
            return column.isText() ? text + blank : blank + text;
        }

        boolean isLighterThan(Filled other) {
            return tellsNothing == other.tellsNothing
                    ? column.weight() < other.column.weight()
                    : tellsNothing;
        }
    }

    /// The heading and the rows.
    ///
    /// @param room how many characters a line may have
    public List<String> lines(List<TargetReply> targets, int room) {
        List<Filled> filled = new ArrayList<>();
        for (Column column : columns) {
            filled.add(Filled.of(column, targets));
        }
        fit(filled, room);
        List<String> lines = new ArrayList<>();
        lines.add(heading(filled));
        for (int row = 0; row < targets.size(); row++) {
            lines.add(row(filled, row, targets.get(row)));
        }
        return lines;
    }

    private String heading(List<Filled> columns) {
        StringBuilder line = new StringBuilder();
        for (Filled column : columns) {
            append(line, column.fitted(column.column().title()));
        }
        return Tone.TITLE.mark(line.toString().stripTrailing(), colours);
    }

    private String row(List<Filled> columns, int row, TargetReply target) {
        StringBuilder line = new StringBuilder();
        for (Filled column : columns) {
            Tone tone = column.column().tone(target);
            append(line, tone.mark(column.fitted(column.cells().get(row)), colours));
        }
        return line.toString().stripTrailing();
    }

    private static void append(StringBuilder line, String cell) {
        line.append(line.isEmpty() ? "" : " ".repeat(GAP)).append(cell);
    }

    private static void fit(List<Filled> columns, int room) {
        Filled name = columns.getFirst();
        columns.set(0, name.narrowed(SHORTEST_NAME));
        Optional<Filled> least = least(columns);
        while (excess(columns, room) > 0 && least.isPresent()) {
            columns.remove(least.get());
            least = least(columns);
        }
        columns.set(0, name);
        columns.set(
                0, name.narrowed(Math.max(SHORTEST_NAME, name.width() - excess(columns, room))));
    }

    private static int excess(List<Filled> columns, int room) {
        int width = -GAP;
        for (Filled column : columns) {
            width += GAP + column.width();
        }
        return Math.max(0, width - room);
    }

    /// Empty when all that is left has to stay.
    private static Optional<Filled> least(List<Filled> columns) {
        Optional<Filled> least = Optional.empty();
        for (Filled column : columns) {
            if (column.column().mayGo() && (least.isEmpty() || column.isLighterThan(least.get()))) {
                least = Optional.of(column);
            }
        }
        return least;
    }
}
