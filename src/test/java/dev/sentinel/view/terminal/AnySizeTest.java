package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.TargetStatus;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Windows are dragged to every size on the way to the one that is wanted.
class AnySizeTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 50})
    void there_are_as_many_lines_as_rows_whatever_the_size(int targets) {
        List<TargetStatus> statuses = Collections.nCopies(targets, Snapshots.running());
        Snapshot snapshot = Snapshots.of(statuses.toArray(TargetStatus[]::new));
        for (int columns = 1; columns <= 130; columns++) {
            for (int rows = 1; rows <= 45; rows++) {
                var what =
                        new Screenful(
                                snapshot, Snapshots.OUTLETS, Snapshots.BUILD, Optional.empty());
                List<Line> lines = new DashboardText(Glyphs.UNICODE).draw(what, columns, rows);
                assertEquals(rows, lines.size(), "lines at %dx%d".formatted(columns, rows));
            }
        }
    }
}
