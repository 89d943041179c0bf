package dev.sentinel.view.terminal;

import dev.sentinel.scene.Watched;

import java.util.function.Function;

/// A column of the table of targets.
///
/// @param rank how early it goes when the screen is narrow: the largest first
/// @param width in characters; negative for text, which begins at the left
/// @param spare how many more it can use
/// @param cell what stands in it, given its width
/// @param tone of that
record Column(
        String title, int rank, int width, int spare, Cell cell, Function<Watched, Tone> tone) {

    /// What a column tells of a target.
    interface Cell {
        String of(Watched target, int width);
    }

    static Column text(
            String title, int rank, int width, int spare, Function<Watched, String> cell) {
        return new Column(
                title, rank, -width, spare, (target, _) -> cell.apply(target), _ -> Tone.PLAIN);
    }

    static Column number(String title, int rank, int width, Function<Watched, String> cell) {
        return new Column(
                title, rank, width, 0, (target, _) -> cell.apply(target), _ -> Tone.PLAIN);
    }

    Column in(Function<Watched, Tone> other) {
        return new Column(title, rank, width, spare, cell, other);
    }

    /// With so many characters more, of those it can use.
    Column wider(int by) {
        int more = Math.min(spare, by);
        return new Column(title, rank, width < 0 ? width - more : width + more, 0, cell, tone);
    }

    int room() {
        return Math.abs(width);
    }

    /// The text at its place in the column, cut to it.
    String place(String text) {
        String cut = Cells.cut(text, room());
        String gap = " ".repeat(room() - Cells.width(cut));
        return width < 0 ? cut + gap : gap + cut;
    }
}
