package dev.sentinel.view.terminal;

import dev.sentinel.model.Trend;
import dev.sentinel.scene.Watched;
import dev.sentinel.view.Printable;
import dev.sentinel.view.Sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lays out a screen of any size: header, table, what is below it, and a last line for keys or
/// questions. Pure: the same values and size give the same picture.
record DashboardText(Glyphs glyphs) {

    /// On fewer rows there is no header.
    private static final int LEAST_FOR_HEADER = 12;

    /// On fewer rows the header is one line.
    private static final int LEAST_FOR_WHOLE_HEADER = 20;

    /// A pane of fewer rows tells nothing.
    private static final int LEAST_PANE = 3;

    /// From so many rows on the graph is there as well, whatever else is open.
    private static final int LEAST_FOR_TWO = 13;

    /// From so many columns on everything is there.
    private static final int LEAST_FOR_FOUR = 150;

    private static final int HIGHEST_GRAPH = 24;

    Picture draw(Screenful what, int columns, int rows) {
        List<Watched> listed = what.table().rows(what.scene());
        Optional<Watched> selected = what.table().selected(listed);
        List<Line> lines = new ArrayList<>();
        if (rows >= LEAST_FOR_HEADER) {
            List<Line> header = new Header(what.scene(), selected, glyphs).lines(columns);
            boolean whole = rows >= LEAST_FOR_WHOLE_HEADER;
            lines.addAll(whole ? header : header.subList(0, 1));
            lines.add(Line.EMPTY);
        }
        int firstRow = lines.size() + 1;
        int room = rows - 1 - lines.size();
        List<Line> told = selected.map(one -> told(one)).orElse(List.of());
        int height = tableHeight(what, listed.size(), room, told.size());
        TargetTable table = new TargetTable(glyphs, what.scene().at().sinceStart());
        lines.addAll(room < 1 ? List.of() : table.lines(what.table(), listed, columns, height));
        List<String> names = shown(listed, selected, height - 1);
        if (listed.isEmpty()) {
            lines.add(Line.of(nothing(what), Tone.DIM));
        }
        selected.ifPresent(target -> {
            lines.addAll(told);
            int left = rows - 1 - lines.size();
            if (what.pane().open() && left >= LEAST_PANE) {
                Panes panes = new Panes(what.scene(), target, what.pane(), glyphs);
                lines.addAll(panes(panes, what.pane().tab(), columns, left));
            }
        });
        return new Picture(finished(lines, what, columns, rows), firstRow, names);
    }

    private static String nothing(Screenful what) {
        return what.table().filter().isEmpty()
                ? " nothing is guarded"
                : " no name or state contains '%s'; Esc lists all"
                        .formatted(Printable.text(what.table().filter()));
    }

    /// The table has at most half of the room, unless nothing is below it.
    private static int tableHeight(Screenful what, int targets, int room, int told) {
        int wanted = targets + 1;
        int most = what.pane().open() ? Math.max(2, room / 2) : room - told;
        return Math.clamp(wanted, Math.min(1, room), Math.max(1, Math.min(most, room)));
    }

    private static List<String> shown(List<Watched> listed, Optional<Watched> selected, int rows) {
        int first = TargetTable.first(listed, selected, rows);
        return listed.stream().skip(first).limit(Math.max(0, rows)).map(Watched::name).toList();
    }

    /// What is done to the target, or where it is heading.
    private static List<Line> told(Watched target) {
        List<Line> lines = new ArrayList<>();
        target.ending()
                .ifPresent(text ->
                        lines.add(
                                Line.of(
                                        " " + Printable.text(text),
                                        target.gone() ? Tone.TITLE : Tone.DANGER)));
        if (target.use().trend() instanceof Trend.Growing growing) {
            lines.add(Line.of(" " + Sentences.of(growing), Tone.WARNING));
        }
        return lines;
    }

    /// What is below the table: one part, two above each other, or all four.
    private List<Line> panes(Panes panes, Tab tab, int columns, int height) {
        if (tab == Tab.GRAPH || height < LEAST_FOR_TWO) {
            return panes.pane(tab, columns, height);
        }
        int graph = Math.min(HIGHEST_GRAPH, height * 3 / 5);
        if (columns < LEAST_FOR_FOUR) {
            return above(
                    panes.pane(Tab.GRAPH, columns, graph),
                    graph,
                    panes.pane(tab, columns, height - graph));
        }
        int left = columns * 3 / 5;
        int right = columns - left - 1;
        List<Line> one =
                above(
                        panes.pane(Tab.GRAPH, left, graph),
                        graph,
                        panes.pane(Tab.LOG, left, height - graph));
        List<Line> other =
                above(
                        panes.pane(Tab.TREE, right, graph),
                        graph,
                        panes.pane(Tab.EVENTS, right, height - graph));
        return beside(one, left, other, height);
    }

    private static List<Line> above(List<Line> upper, int height, List<Line> lower) {
        List<Line> both = new ArrayList<>(upper);
        while (both.size() < height) {
            both.add(Line.EMPTY);
        }
        both.addAll(lower);
        return both;
    }

    private List<Line> beside(List<Line> one, int width, List<Line> other, int height) {
        List<Line> both = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            Line left = row < one.size() ? one.get(row) : Line.EMPTY;
            Line right = row < other.size() ? other.get(row) : Line.EMPTY;
            both.add(left.fit(width, glyphs).then(" ", Tone.PLAIN).then(right));
        }
        return both;
    }

    /// All rows, as wide as the screen, with what is open in front of them.
    private List<Line> finished(List<Line> lines, Screenful what, int columns, int rows) {
        while (lines.size() < rows - 1) {
            lines.add(Line.EMPTY);
        }
        List<Line> whole = new ArrayList<>(lines.subList(0, Math.max(0, rows - 1)));
        whole.add(new Footer(what, glyphs).line(columns));
        what.dialog()
                .flatMap(dialog -> Box.of(dialog, glyphs))
                .ifPresent(box -> box.over(whole, columns));
        whole.replaceAll(line -> line.fit(columns, glyphs));
        return whole;
    }
}
