package dev.sentinel.view.terminal;

import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.scene.Scene;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whole screens as text, without the spaces that end their lines.
final class Screens {

    private Screens() {}

    /// The first screen that a user sees.
    static String of(TargetStatus target, int columns, int rows) {
        return of(Snapshots.of(target), columns, rows);
    }

    static String of(Snapshot snapshot, int columns, int rows) {
        return of(scene(snapshot), columns, rows);
    }

    /// After these keys.
    static String of(Scene scene, int columns, int rows, String... presses) {
        Controls controls = new Controls(true);
        for (String press : presses) {
            var _ = controls.press(press, scene);
        }
        return of(controls.screenful(scene), columns, rows);
    }

    static String of(Screenful what, int columns, int rows) {
        return text(new DashboardText(Glyphs.UNICODE).draw(what, columns, rows).lines());
    }

    /// With its first target selected.
    static Scene scene(Snapshot snapshot) {
        String selected = snapshot.targets().isEmpty() ? "" : snapshot.targets().getFirst().name();
        return Scene.of(snapshot, Snapshots.OUTLETS, Snapshots.BUILD, selected);
    }

    static Scene scene(TargetStatus... targets) {
        return scene(Snapshots.of(targets));
    }

    static Screenful first(Scene scene) {
        return new Screenful(
                scene, TableLook.FIRST, PaneLook.FIRST, Optional.empty(), "", false, false);
    }

    static String text(List<Line> lines) {
        return lines.stream()
                .map(line -> line.text().stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
