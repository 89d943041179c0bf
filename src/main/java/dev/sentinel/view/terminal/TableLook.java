package dev.sentinel.view.terminal;

import dev.sentinel.scene.Scene;
import dev.sentinel.scene.Watched;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How the user looks at the table.
///
/// @param selected name of the target that is shown below the table; the first one when it is not
///   there
/// @param filter what a name or a state has to contain; empty for all
record TableLook(String selected, Sort sort, boolean reversed, String filter) {

    static final TableLook FIRST = new TableLook("", Sort.DECLARED, false, "");

    TableLook select(String name) {
        return new TableLook(name, sort, reversed, filter);
    }

    TableLook sort(Sort other) {
        return new TableLook(selected, other, reversed, filter);
    }

    TableLook reverse() {
        return new TableLook(selected, sort, !reversed, filter);
    }

    TableLook filter(String other) {
        return new TableLook(selected, sort, reversed, other);
    }

    /// The targets that are listed, in their order.
    List<Watched> rows(Scene scene) {
        Comparator<Watched> order = reversed ? sort.order().reversed() : sort.order();
        return scene.targets().stream()
                .filter(target -> matches(target, filter))
                .sorted(order)
                .toList();
    }

    /// The one that is selected; empty when none is listed.
    Optional<Watched> selected(List<Watched> rows) {
        return rows.stream()
                .filter(target -> target.name().equals(selected))
                .findFirst()
                .or(() -> rows.stream().findFirst());
    }

    /// The selection moved by so many rows, as far as there are any.
    TableLook move(Scene scene, int by) {
        List<Watched> rows = rows(scene);
        int now = Math.max(0, selected(rows).map(rows::indexOf).orElse(0));
        return rows.isEmpty() ? this : select(rows.get(clamp(now + by, rows.size())).name());
    }

    /// The next row, in that direction and around the end, whose name contains the text.
    TableLook find(Scene scene, String text, int direction) {
        List<Watched> rows = rows(scene);
        int now = selected(rows).map(rows::indexOf).orElse(0);
        for (int step = 1; step <= rows.size(); step++) {
            Watched row = rows.get(Math.floorMod(now + direction * step, rows.size()));
            if (LineSearch.contains(row.name(), text)) {
                return select(row.name());
            }
        }
        return this;
    }

    private static int clamp(int row, int rows) {
        return Math.clamp(row, 0, rows - 1);
    }

    private static boolean matches(Watched target, String text) {
        return text.isEmpty()
                || LineSearch.contains(target.name(), text)
                || LineSearch.contains(target.state(), text);
    }
}
