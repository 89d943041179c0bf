package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.Snapshots;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.scene.Scene;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;

/// Windows are dragged to every size on the way to the one that is wanted.
class AnySizeTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 50})
    void it_fills_the_screen_whatever_the_size(int targets) {
        Scene scene = scene(targets);
        for (int columns = 1; columns <= 130; columns++) {
            for (int rows = 1; rows <= 45; rows++) {
                assertFills(scene, columns, rows);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void screens_are_large_as_well(int targets) {
        Scene scene = scene(targets);
        for (int columns = 140; columns <= 400; columns += 13) {
            for (int rows = 40; rows <= 120; rows += 16) {
                assertFills(scene, columns, rows);
            }
        }
    }

    private static Scene scene(int targets) {
        List<TargetStatus> statuses = Collections.nCopies(targets, Snapshots.running());
        return Screens.scene(statuses.toArray(TargetStatus[]::new));
    }

    private static void assertFills(Scene scene, int columns, int rows) {
        Picture picture =
                new DashboardText(Glyphs.UNICODE).draw(Screens.first(scene), columns, rows);
        String size = "%dx%d".formatted(columns, rows);
        assertEquals(rows, picture.lines().size(), "lines at " + size);
        for (Line line : picture.lines()) {
            assertEquals(columns, line.width(), "columns at " + size);
        }
    }
}
