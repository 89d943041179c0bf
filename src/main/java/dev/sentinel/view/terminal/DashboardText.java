package dev.sentinel.view.terminal;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.ChildState;
import dev.sentinel.model.Event;
import dev.sentinel.model.EventLog;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.TimeText;
import dev.sentinel.model.Trend;
import dev.sentinel.view.Printable;
import dev.sentinel.view.Sentences;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The snapshot as lines of a screen. Pure: the same values and size give the same lines.
record DashboardText(Glyphs glyphs) {

    /// Below this a graph says nothing.
    private static final int LEAST_GRAPH = 3;

    private static final int LEAST_SPARE_FOR_GRAPH = 8;

    /// Of these there are so many, and room for some output is left.
    private static final int EVENTS = 3;

    private static final int LEAST_SPARE_FOR_EVENTS = 10;

    /// As many lines as the screen has rows; lines may be longer than it is wide.
    List<Line> draw(Screenful what, int columns, int rows) {
        List<Line> lines = new ArrayList<>();
        List<Line> table =
                new TargetTable(glyphs, what.snapshot().at())
                        .lines(what.snapshot().targets(), columns);
        int spare = rows - table.size() - 1;
        if (spare >= LEAST_GRAPH) {
            lines.addAll(header(what));
            spare -= lines.size();
        }
        lines.addAll(table.subList(0, Math.min(table.size(), Math.max(0, rows - 1))));
        what.snapshot().targets().stream()
                .findFirst()
                .map(first -> below(first, what.snapshot(), columns, rows - 1 - lines.size()))
                .ifPresent(lines::addAll);
        while (lines.size() < rows - 1) {
            lines.add(Line.EMPTY);
        }
        lines.add(footer(what.question()));
        return lines.subList(Math.max(0, lines.size() - rows), lines.size());
    }

    private List<Line> header(Screenful what) {
        Snapshot snapshot = what.snapshot();
        String self =
                snapshot.self().map(cost -> glyphs.dot() + "itself " + cost.resident()).orElse("");
        // Neither is known in the first moments.
        String machine =
                snapshot.machineMemory().equals(ByteSize.ZERO)
                        ? ""
                        : glyphs.dot() + "machine " + snapshot.machineMemory();
        Line first =
                Line.of(" Sentinel " + what.build().version(), Tone.TITLE)
                        .then(
                                glyphs.dot() + "up " + TimeText.clock(snapshot.at().sinceStart()),
                                Tone.PLAIN)
                        .then(self, Tone.PLAIN)
                        .then(machine, Tone.PLAIN);
        return List.of(first, Line.of(" " + addresses(what.outlets()), Tone.DIM), Line.EMPTY);
    }

    private String addresses(Outlets outlets) {
        return "socket %s%smetrics %s"
                .formatted(
                        outlets.socket().map(Printable::text).orElse("off"),
                        glyphs.dot(),
                        outlets.metrics().map(Printable::text).orElse("off"));
    }

    /// Graph and output of one target, in the rows that are left.
    private List<Line> below(TargetStatus target, Snapshot snapshot, int columns, int spare) {
        List<Line> lines = new ArrayList<>();
        ending(target, snapshot).ifPresent(lines::add);
        if (target.memory().trend() instanceof Trend.Growing growing) {
            lines.add(Line.of(" " + Sentences.of(growing), Tone.WARNING));
        }
        int left = spare - lines.size();
        if (left >= LEAST_SPARE_FOR_GRAPH) {
            lines.addAll(graph(target, snapshot, columns, Math.max(LEAST_GRAPH, left / 2 - 2)));
            if (spare - lines.size() >= LEAST_SPARE_FOR_EVENTS) {
                lines.addAll(events(snapshot.events()));
            }
        }
        lines.addAll(output(target, spare - lines.size()));
        return lines;
    }

    /// What Sentinel is doing to the target and why, while it does it.
    private static Optional<Line> ending(TargetStatus target, Snapshot snapshot) {
        return switch (target.state()) {
            case ChildState.Stopping stopping -> {
                Duration left = stopping.killAt().minus(snapshot.at().sinceStart());
                yield Optional.of(
                        alarm(stopping.cause(), "SIGKILL in " + TimeText.seconds(positive(left))));
            }
            case ChildState.Killing killing -> Optional.of(alarm(killing.cause(), "SIGKILL sent"));
            case ChildState.Unkillable unkillable ->
                    Optional.of(
                            alarm(
                                    unkillable.killing().cause(),
                                    Sentences.surviving(unkillable.survivors())));
            case ChildState.Down _, ChildState.Starting _, ChildState.Up _, ChildState.Gone _ ->
                    Optional.empty();
        };
    }

    private static Line alarm(StopCause cause, String next) {
        return Line.of(" %s; %s".formatted(cause.describe(), next), Tone.DANGER);
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private List<Line> graph(TargetStatus target, Snapshot snapshot, int columns, int height) {
        Staircase staircase =
                new Staircase(
                        target.memory().history(),
                        target.target().limit().memory(),
                        snapshot.at().sinceStart(),
                        glyphs);
        String title =
                " memory of %s, last %s%speak %s"
                        .formatted(
                                target.name(),
                                TimeText.plain(staircase.covers(columns)),
                                glyphs.dot(),
                                target.memory().peak());
        List<Line> lines = new ArrayList<>(List.of(Line.EMPTY, Line.of(title, Tone.TITLE)));
        lines.addAll(staircase.lines(columns, height));
        return lines;
    }

    /// The last ones, by the time that Sentinel had been up.
    private static List<Line> events(EventLog log) {
        List<Event> last = log.after(log.lastNumber() - EVENTS);
        if (last.isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>(List.of(Line.EMPTY, Line.of(" events", Tone.TITLE)));
        for (Event event : last) {
            String up = TimeText.clock(Duration.between(log.begun(), event.at()));
            String text = Printable.text(Sentences.of(event.what()));
            lines.add(
                    Line.of(" %s  %s: ".formatted(up, event.target()), Tone.DIM)
                            .then(text, Tone.PLAIN));
        }
        return lines;
    }

    private static List<Line> output(TargetStatus target, int spare) {
        if (spare < 2) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        if (spare > 2) {
            lines.add(Line.EMPTY);
        }
        lines.add(Line.of(" output", Tone.TITLE));
        List<String> output = target.output();
        int shown = Math.min(output.size(), spare - lines.size());
        output.subList(output.size() - shown, output.size())
                .forEach(line -> lines.add(Line.of(" " + Printable.line(line), Tone.PLAIN)));
        return lines;
    }

    private static Line footer(Optional<String> question) {
        return question.map(text -> Line.of(" %s [y/N] ".formatted(text), Tone.WARNING))
                .orElseGet(() ->
                        Line.of(" s", Tone.KEY)
                                .then(" stop  ", Tone.DIM)
                                .then("q", Tone.KEY)
                                .then(" quit", Tone.DIM));
    }
}
