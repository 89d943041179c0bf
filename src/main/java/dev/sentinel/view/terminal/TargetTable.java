package dev.sentinel.view.terminal;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Moment;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.TimeText;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// All targets, one row each. A narrow screen loses the columns that matter least, a wide one gives
/// its room to the bar. Pure.
///
/// @param now what uptimes are told for
record TargetTable(Glyphs glyphs, Moment now) {

    private static final int GAP = 1;
    private static final int SHORTEST_BAR = 4;
    private static final int LONGEST_BAR = 30;
    private static final int PERCENT = 6;

    /// The states that come in every life; a longer word takes its room from the bar.
    private static final int STATE = 8;

    /// One column.
    ///
    /// @param width in characters; negative for text, which begins at the left
    /// @param neededFrom the narrowest screen that shows it
    private record Column(
            String title,
            int width,
            int neededFrom,
            Function<TargetStatus, Object> value,
            Function<TargetStatus, Tone> tone) {

        Column(String title, int width, int neededFrom, Function<TargetStatus, Object> value) {
            this(title, width, neededFrom, value, _ -> Tone.PLAIN);
        }

        int room() {
            return GAP + Math.abs(width);
        }

        String cell(Object text) {
            String precision = width < 0 ? "." + -width : "";
            return String.format(Locale.ROOT, "%" + width + precision + "s", text);
        }
    }

    List<Line> lines(List<TargetStatus> targets, int screen) {
        List<Column> columns = columns(screen, stateWidth(targets));
        Line heading = Line.EMPTY;
        for (Column column : columns) {
            heading = heading.then(gap() + column.cell(column.title()), Tone.TITLE);
        }
        return Stream.concat(
                        Stream.of(heading), targets.stream().map(target -> row(columns, target)))
                .toList();
    }

    private static Line row(List<Column> columns, TargetStatus target) {
        Line line = Line.EMPTY;
        for (Column column : columns) {
            String cell = column.cell(column.value().apply(target));
            line = line.then(gap() + cell, column.tone().apply(target));
        }
        return line;
    }

    private static String gap() {
        return " ".repeat(GAP);
    }

    private static int stateWidth(List<TargetStatus> targets) {
        return targets.stream()
                .mapToInt(target -> target.state().word().length())
                .reduce(STATE, Math::max);
    }

    private List<Column> columns(int screen, int state) {
        List<Column> withShortestBar = columns(screen, state, SHORTEST_BAR);
        int spare = screen - withShortestBar.stream().mapToInt(Column::room).sum();
        int bar = Math.clamp(SHORTEST_BAR + (long) spare, SHORTEST_BAR, LONGEST_BAR);
        return columns(screen, state, bar);
    }

    private List<Column> columns(int screen, int state, int bar) {
        return Stream.of(
                        new Column("NAME", screen < 30 ? -8 : -12, 0, TargetStatus::name),
                        new Column("PID", 7, 80, TargetTable::pid),
                        new Column(
                                "STATE",
                                -state,
                                26 + state,
                                target -> target.state().word(),
                                TargetTable::stateTone),
                        new Column("MEMORY", 10, 0, TargetStatus::used, TargetTable::shareTone),
                        new Column("LIMIT", 10, 46, TargetTable::limit),
                        new Column(
                                "USED",
                                -(bar + PERCENT),
                                58,
                                target -> used(target, bar),
                                TargetTable::shareTone),
                        new Column("PROCS", 5, 80, TargetStatus::processes),
                        new Column("UPTIME", 8, 80, target -> TimeText.clock(target.uptime(now))))
                .filter(column -> screen >= column.neededFrom())
                .toList();
    }

    private static Object pid(TargetStatus target) {
        return target.state().running().<Object>map(process -> process.pid()).orElse("-");
    }

    private static Object limit(TargetStatus target) {
        Limit limit = target.target().limit();
        return limit.isNone() ? "none" : limit.memory();
    }

    private Object used(TargetStatus target, int bar) {
        if (target.target().limit().isNone()) {
            return "";
        }
        double share = target.shareOfLimit();
        return String.format(Locale.ROOT, "%s %3.0f %%", glyphs.bar(share, bar), share * 100);
    }

    private static Tone shareTone(TargetStatus target) {
        return Tone.ofShare(target.shareOfLimit());
    }

    private static Tone stateTone(TargetStatus target) {
        return switch (target.state()) {
            case ChildState.Up _ -> Tone.GOOD;
            case ChildState.Stopping _ -> Tone.WARNING;
            case ChildState.Killing _, ChildState.Unkillable _ -> Tone.DANGER;
            case ChildState.Down _, ChildState.Starting _, ChildState.Gone _ -> Tone.DIM;
        };
    }
}
