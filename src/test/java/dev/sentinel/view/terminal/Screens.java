package dev.sentinel.view.terminal;

import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.TargetStatus;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lines as a screen of that width shows them: cut at its edge.
final class Screens {

    private Screens() {}

    static String of(TargetStatus target, int columns, int rows) {
        return of(target, Optional.empty(), columns, rows);
    }

    static String of(TargetStatus target, Optional<String> question, int columns, int rows) {
        return of(Snapshots.of(target), question, columns, rows);
    }

    static String of(Snapshot snapshot, Optional<String> question, int columns, int rows) {
        var content = new Screenful(snapshot, Snapshots.OUTLETS, Snapshots.BUILD, question);
        return cut(new DashboardText(Glyphs.UNICODE).draw(content, columns, rows), columns);
    }

    static String cut(List<Line> lines, int columns) {
        return lines.stream()
                .map(Line::text)
                .map(text -> text.substring(0, Math.min(columns, text.length())).stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
