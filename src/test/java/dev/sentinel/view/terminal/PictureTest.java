package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.Snapshots;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/// Where a click goes.
class PictureTest {

    @ParameterizedTest
    @CsvSource({"80, 24", "40, 10", "170, 40"})
    void a_row_of_the_table_knows_its_target(int columns, int rows) {
        var scene =
                Screens.scene(
                        Snapshots.running(), Snapshots.called("api"), Snapshots.called("worker"));
        Picture picture =
                new DashboardText(Glyphs.UNICODE).draw(Screens.first(scene), columns, rows);
        int found = 0;
        for (int row = 0; row < rows; row++) {
            String text = picture.lines().get(row).text();
            Optional<String> name = picture.at(row);
            if (name.isPresent()) {
                found++;
                assertEquals(name.get(), text.substring(2).split(" ", 2)[0]);
            }
        }
        assertEquals(3, found);
    }
}
