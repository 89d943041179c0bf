package dev.sentinel.view.terminal;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.TimeText;
import dev.sentinel.model.Trend;
import dev.sentinel.scene.Cost;
import dev.sentinel.scene.Watched;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All targets, one row each. A narrow screen loses the columns that matter least, a wide one gives
/// its room to name, bar and staircase. Pure.
///
/// @param now what the staircases end at
record TargetTable(Glyphs glyphs, Duration now) {

    private static final int GAP = 1;
    private static final int MARK = 2;
    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST_NAME = 32;

    /// The states that come in every life; a longer word takes its room from the others.
    private static final int STATE = 8;

    private static final String UNKNOWN = "-";

    /// The heading, and the rows that fit: those around the selected one.
    ///
    /// @param rows all that are listed
    /// @param height lines in all
    List<Line> lines(TableLook look, List<Watched> rows, int columns, int height) {
        List<Column> shown = columns(rows, columns - MARK);
        List<Line> lines = new ArrayList<>();
        lines.add(heading(shown, look));
        Optional<Watched> selected = look.selected(rows);
        int first = first(rows, selected, height - 1);
        int last = Math.min(rows.size(), first + height - 1);
        for (Watched target : rows.subList(first, Math.max(first, last))) {
            boolean here = selected.filter(one -> one.name().equals(target.name())).isPresent();
            lines.add(row(shown, target, here && rows.size() > 1));
        }
        return lines;
    }

    /// The first row that is shown, so that the selected one is in the middle, or as near as the
    /// ends allow.
    static int first(List<Watched> rows, Optional<Watched> selected, int height) {
        int at = selected.map(rows::indexOf).orElse(0);
        return Math.clamp((long) at - height / 2, 0, Math.max(0, rows.size() - height));
    }

    private Line heading(List<Column> columns, TableLook look) {
        StringBuilder line = new StringBuilder(" ".repeat(MARK - GAP));
        for (Column column : columns) {
            boolean sorted = column.title().equals(look.sort().column());
            char arrow = look.reversed() ? glyphs.up() : glyphs.down();
            String title = sorted ? arrow + column.title() : column.title();
            line.append(" ".repeat(GAP)).append(column.place(title));
        }
        return Line.of(line.toString(), Tone.TITLE);
    }

    private Line row(List<Column> columns, Watched target, boolean selected) {
        List<Line.Span> spans = new ArrayList<>();
        spans.add(new Line.Span((selected ? glyphs.here() : ' ') + "", Tone.KEY));
        for (Column column : columns) {
            String cell = " ".repeat(GAP) + column.place(column.cell().of(target, column.room()));
            spans.add(new Line.Span(cell, column.tone().apply(target)));
        }
        Line line = new Line(spans);
        return selected ? line.in(Tone.SELECTED) : line;
    }

    /// Those that fit, in their order, and as wide as they can be.
    private List<Column> columns(List<Watched> rows, int room) {
        List<Column> left = new ArrayList<>(all(rows));
        int spare = room + GAP - taken(left);
        while (spare < 0 && left.size() > 1) {
            left.remove(left.stream().max(Comparator.comparingInt(Column::rank)).orElseThrow());
            spare = room + GAP - taken(left);
        }
        for (int at = 0; at < left.size(); at++) {
            Column column = left.get(at);
            // The name first, then each of the others its share.
            int share = at == 0 ? spare : spare / Math.max(1, growing(left, at));
            Column wider = column.wider(Math.max(0, share));
            spare -= wider.room() - column.room();
            left.set(at, wider);
        }
        return left;
    }

    private static int growing(List<Column> columns, int from) {
        return (int) columns.stream().skip(from).filter(column -> column.spare() > 0).count();
    }

    private static int taken(List<Column> columns) {
        return columns.stream().mapToInt(column -> column.room() + GAP).sum();
    }

    private List<Column> all(List<Watched> rows) {
        int longest = longest(rows, LONGEST_NAME, Watched::name);
        int name = Math.clamp(longest, SHORTEST_NAME, 12);
        int state = Math.max(STATE, longest(rows, LONGEST_NAME, Watched::state));
        return List.of(
                Column.text("NAME", 0, name, Math.max(0, longest - name), Watched::name),
                Column.number("PID", 8, 7, one -> one.pid().map(String::valueOf).orElse(UNKNOWN)),
                Column.text("STATE", 3, state, 0, Watched::state).in(TargetTable::stateTone),
                Column.number("MEMORY", 1, 10, one -> one.use().used().toString())
                        .in(TargetTable::shareTone),
                Column.number("LIMIT", 5, 10, TargetTable::limit),
                Column.number("%", 2, 4, TargetTable::percent).in(TargetTable::shareTone),
                new Column("USED", 4, -6, 14, this::bar, TargetTable::shareTone),
                new Column("LAST 5 MIN", 6, -12, 48, this::spark, TargetTable::shareTone),
                Column.number("GROWTH", 10, 11, TargetTable::growth).in(TargetTable::trendTone),
                Column.number("TO LIMIT", 9, 9, TargetTable::toLimit).in(TargetTable::trendTone),
                Column.number("CPU%", 11, 6, one -> cost(one, TargetTable::load)),
                Column.number("PROCS", 12, 5, one -> String.valueOf(one.processes())),
                Column.number("THR", 14, 5, one -> cost(one, cost -> "" + cost.threads())),
                Column.number("FDS", 15, 5, one -> cost(one, cost -> "" + cost.openFiles())),
                Column.number("RST", 13, 4, one -> String.valueOf(one.restarts())),
                Column.number("UPTIME", 7, 8, one -> TimeText.clock(one.uptime())));
    }

    private interface Text {
        String of(Watched target);
    }

    private static int longest(List<Watched> rows, int most, Text text) {
        int longest = 0;
        for (Watched row : rows) {
            longest = Math.max(longest, text.of(row).length());
        }
        return Math.min(longest, most);
    }

    private static String limit(Watched target) {
        return target.use().limit().bytes() == 0 ? "none" : target.use().limit().toString();
    }

    private static String percent(Watched target) {
        return target.use().limit().bytes() == 0
                ? UNKNOWN
                : Math.round(target.use().share() * 100) + "%";
    }

    private String bar(Watched target, int width) {
        return target.use().limit().bytes() == 0 ? "" : glyphs.bar(target.use().share(), width);
    }

    private String spark(Watched target, int width) {
        return new Sparkline(target.use().history(), target.use().limit().bytes(), now, glyphs)
                .of(width);
    }

    private static String growth(Watched target) {
        return target.use().trend() instanceof Trend.Growing growing
                ? new ByteSize((long) growing.bytesPerSecond()) + "/s"
                : UNKNOWN;
    }

    private static String toLimit(Watched target) {
        return target.use().trend() instanceof Trend.Growing(_, _, var left)
                ? left.map(TimeText::rough).orElse(UNKNOWN)
                : UNKNOWN;
    }

    private interface Figure {
        String of(Cost cost);
    }

    private static String cost(Watched target, Figure figure) {
        return target.cost().map(figure::of).orElse(UNKNOWN);
    }

    private static String load(Cost cost) {
        return String.format(Locale.ROOT, "%.1f", cost.load() * 100);
    }

    private static Tone shareTone(Watched target) {
        return Tone.ofShare(target.use().share());
    }

    private static Tone trendTone(Watched target) {
        return target.use().trend() instanceof Trend.Growing ? Tone.WARNING : Tone.PLAIN;
    }

    private static Tone stateTone(Watched target) {
        return switch (target.state()) {
            case "RUNNING" -> Tone.GOOD;
            case "STOPPING" -> Tone.WARNING;
            case "KILLING", "UNKILLABLE" -> Tone.DANGER;
            default -> Tone.DIM;
        };
    }
}
