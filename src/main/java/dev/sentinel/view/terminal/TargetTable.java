package dev.sentinel.view.terminal;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.Limit;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.TimeText;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All targets, one row each; narrow screens lose the columns that matter least. Pure.
record TargetTable(Glyphs glyphs) {

    private static final int BAR = 16;
    private static final int WIDE = 96;
    private static final int MEDIUM = 60;

    List<Line> lines(List<TargetStatus> targets, int columns) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(heading(columns), Tone.TITLE));
        targets.forEach(target -> lines.add(row(target, columns)));
        return lines;
    }

    private static String heading(int columns) {
        String start = String.format(Locale.ROOT, " %-12s %-9s %10s", "NAME", "STATE", "MEMORY");
        if (columns < MEDIUM) {
            return start;
        }
        String middle = String.format(Locale.ROOT, " %10s  %-23s", "LIMIT", "USED");
        return columns < WIDE
                ? start + middle
                : start
                        + middle
                        + String.format(Locale.ROOT, " %8s %6s  %s", "PID", "PROCS", "UPTIME");
    }

    private Line row(TargetStatus target, int columns) {
        Tone share = Tone.ofShare(target.shareOfLimit());
        Line line =
                Line.of(String.format(Locale.ROOT, " %-12.12s ", target.name()), Tone.PLAIN)
                        .then(
                                String.format(Locale.ROOT, "%-9s ", target.state().word()),
                                stateTone(target))
                        .then(String.format(Locale.ROOT, "%10s", target.resident()), share);
        if (columns < MEDIUM) {
            return line;
        }
        Limit limit = target.target().limit();
        String bar = limit.isNone() ? "" : bar(target);
        line =
                line.then(
                                String.format(
                                        Locale.ROOT,
                                        " %10s  ",
                                        limit.isNone() ? "none" : limit.memory()),
                                Tone.PLAIN)
                        .then(String.format(Locale.ROOT, "%-23s", bar), share);
        return columns < WIDE ? line : line.then(tail(target), Tone.PLAIN);
    }

    private String bar(TargetStatus target) {
        double share = target.shareOfLimit();
        return String.format(Locale.ROOT, "%s %3.0f %%", glyphs.bar(share, BAR), share * 100);
    }

    private static String tail(TargetStatus target) {
        String pid =
                target.state().running().map(process -> Long.toString(process.pid())).orElse("-");
        return String.format(
                Locale.ROOT,
                " %8s %6d  %s",
                pid,
                target.processes(),
                TimeText.clock(target.uptime()));
    }

    private static Tone stateTone(TargetStatus target) {
        return switch (target.state()) {
            case ChildState.Up _ -> Tone.GOOD;
            case ChildState.Stopping _ -> Tone.WARNING;
            case ChildState.Killing _ -> Tone.DANGER;
            case ChildState.Down _, ChildState.Starting _, ChildState.Gone _ -> Tone.DIM;
        };
    }
}
