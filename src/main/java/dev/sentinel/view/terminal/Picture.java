package dev.sentinel.view.terminal;

import java.util.List;
import java.util.Optional;

/// A whole screen.
///
/// @param lines as many as there are rows, each as wide as the screen
/// @param firstRow the screen's row that the table begins with, below its heading
/// @param names of the targets in the table's rows
record Picture(List<Line> lines, int firstRow, List<String> names) {

    /// The target whose row that is.
    Optional<String> at(int row) {
        int place = row - firstRow;
        return place >= 0 && place < names.size()
                ? Optional.of(names.get(place))
                : Optional.empty();
    }
}
