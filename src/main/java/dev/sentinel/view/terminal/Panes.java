package dev.sentinel.view.terminal;

import dev.sentinel.model.TimeText;
import dev.sentinel.scene.Scene;
import dev.sentinel.scene.Told;
import dev.sentinel.scene.Watched;
import dev.sentinel.view.Printable;
import dev.sentinel.view.StyledLines;
import dev.sentinel.view.StyledText;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The parts below the table, each as a title and lines. Pure.
///
/// @param target the one that is selected
record Panes(Scene scene, Watched target, PaneLook look, Glyphs glyphs) {

    /// One part in so much room; the title is its first line.
    List<Line> pane(Tab tab, int columns, int height) {
        return switch (tab) {
            case GRAPH -> graph(columns, height);
            case LOG -> text(title(tab, target.name(), columns), log(), height);
            case EVENTS -> text(title(tab, "", columns), events(), height);
            case TREE -> tree(columns, height);
        };
    }

    private List<Line> graph(int columns, int height) {
        List<Told> events = told(scene, target);
        Staircase staircase = new Staircase(target.use(), scene.at().sinceStart(), events, glyphs);
        String facts =
                "memory of %s, last %s%speak %s"
                        .formatted(
                                target.name(),
                                TimeText.brief(staircase.covers(columns)),
                                glyphs.dot(),
                                target.use().peak());
        String legend = staircase.legend(columns);
        List<Line> lines = new ArrayList<>();
        lines.add(
                title(
                        Tab.GRAPH,
                        legend.isEmpty() ? facts : facts + glyphs.dot() + legend,
                        columns));
        lines.addAll(staircase.lines(columns, height - 1));
        return lines;
    }

    private List<Line> tree(int columns, int height) {
        List<Line> all = new ProcessTree(target.tree(), glyphs).lines();
        List<Line> lines = new ArrayList<>();
        String held = target.heldBy().map(by -> glyphs.dot() + Printable.text(by)).orElse("");
        lines.add(title(Tab.TREE, target.name() + held, columns));
        if (all.isEmpty()) {
            lines.add(
                    Line.of(
                            target.gone() ? " nothing is left of it" : " not looked at yet",
                            Tone.DIM));
            return lines;
        }
        lines.add(ProcessTree.HEADING);
        int room = Math.max(0, height - lines.size());
        int first =
                Math.clamp(
                        look.tab() == Tab.TREE ? look.back() : 0,
                        0,
                        Math.max(0, all.size() - room));
        lines.addAll(all.subList(first, Math.min(all.size(), first + room)));
        return lines;
    }

    private List<Line> log() {
        return StyledLines.of(held().output()).stream().map(Panes::line).toList();
    }

    private List<Line> events() {
        List<Line> lines = new ArrayList<>();
        for (Told event : look.held().orElse(scene).events()) {
            lines.add(
                    Line.of(
                                    TimeText.clock(event.up())
                                            + "  "
                                            + Printable.text(event.target())
                                            + ": ",
                                    Tone.DIM)
                            .then(Printable.text(event.text()), tone(event)));
        }
        return lines;
    }

    private static Tone tone(Told event) {
        return switch (event.word()) {
            case "breach", "kill", "survivor" -> Tone.DANGER;
            case "soft", "term" -> Tone.WARNING;
            default -> Tone.PLAIN;
        };
    }

    /// The lines that are in view: the last ones, or those that were scrolled to.
    private List<Line> text(Line title, List<Line> all, int height) {
        List<Line> lines = new ArrayList<>();
        lines.add(title);
        int room = Math.max(0, height - 1);
        int end =
                Math.clamp((long) all.size() - look.back(), Math.min(room, all.size()), all.size());
        for (Line line : all.subList(Math.max(0, end - room), end)) {
            lines.add(Line.of(" ", Tone.PLAIN).then(found(line)));
        }
        return lines;
    }

    /// The line with what is searched for marked in it.
    private Line found(Line line) {
        if (look.find().isEmpty()) {
            return line;
        }
        String text = line.text();
        int at = text.toLowerCase(Locale.ROOT).indexOf(look.find().toLowerCase(Locale.ROOT));
        if (at < 0) {
            return line;
        }
        String part = text.substring(at, Math.min(text.length(), at + look.find().length()));
        return line.under(Line.of(part, Tone.FOUND), Cells.width(text.substring(0, at)));
    }

    /// The name of a part, and in the rest of the line what is to be known about it.
    private Line title(Tab tab, String facts, int columns) {
        boolean here = look.tab() == tab;
        Line line =
                Line.of(glyphs.rule(1), Tone.DIM)
                        .then(" " + tab.title() + " ", here ? Tone.SELECTED : Tone.TITLE);
        if (!facts.isEmpty()) {
            line = line.then(" " + facts + " ", Tone.PLAIN);
        }
        if (here && !look.follows() && look.searchable()) {
            line = line.then(" stays; F follows ", Tone.WARNING);
        }
        return line.then(glyphs.rule(columns - line.width()), Tone.DIM);
    }

    private Watched held() {
        return look.held().flatMap(scene -> scene.target(target.name())).orElse(target);
    }

    private static Line line(StyledText text) {
        return new Line(
                text.runs().stream()
                        .map(run -> new Line.Span(run.text(), new Ink.Own(run.style())))
                        .toList());
    }

    private static List<Told> told(Scene scene, Watched target) {
        return scene.events().stream().filter(one -> one.target().equals(target.name())).toList();
    }

    /// The lines of the part that is open, for searching and scrolling.
    static List<String> texts(PaneLook look, Scene now, Optional<Watched> selected) {
        if (selected.isEmpty()) {
            return List.of();
        }
        Panes panes = new Panes(now, selected.get(), look, Glyphs.ASCII);
        List<Line> lines =
                switch (look.tab()) {
                    case LOG -> panes.log();
                    case EVENTS -> panes.events();
                    case TREE -> new ProcessTree(selected.get().tree(), Glyphs.ASCII).lines();
                    case GRAPH -> List.of();
                };
        return lines.stream().map(Line::text).toList();
    }
}
