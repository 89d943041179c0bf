package dev.sentinel.view.terminal;

import dev.sentinel.model.Signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines in a frame, in the middle of the screen. Pure.
///
/// @param first the line that is shown first when there is no room for all
/// @param wanted the line that has to be shown
record Box(String title, List<Line> lines, int first, int wanted, Glyphs glyphs) {

    private static final int FRAME = 2;
    private static final int KEYS = 12;

    /// The box of a dialog that has one.
    static Optional<Box> of(Dialog dialog, Glyphs glyphs) {
        return switch (dialog) {
            case Dialog.Help(var down) -> Optional.of(new Box("keys", keys(), down, down, glyphs));
            case Dialog.Signals(var target, var at) ->
                    Optional.of(new Box("signal for " + target, signals(at), 0, at, glyphs));
            case Dialog.Ask _, Dialog.Prompt _ -> Optional.empty();
        };
    }

    private static List<Line> keys() {
        List<Line> lines = new ArrayList<>();
        for (Key key : Key.values()) {
            String presses = key.presses();
            String gap = " ".repeat(Math.max(1, KEYS - presses.length()));
            lines.add(Line.of(presses, Tone.KEY).then(gap + key.text(), Tone.PLAIN));
        }
        return lines;
    }

    private static List<Line> signals(int at) {
        List<Line> lines = new ArrayList<>();
        for (Signal signal : Dialog.SIGNALS) {
            boolean here = lines.size() == at;
            lines.add(Line.of(" " + signal + " ", here ? Tone.SELECTED : Tone.PLAIN));
        }
        return lines;
    }

    /// Lays it over a screen, as much of it as there is room for.
    void over(List<Line> screen, int columns) {
        int height = Math.min(lines.size(), screen.size() - 1 - FRAME);
        int width = Math.min(widest(), columns - 2 * FRAME);
        if (height < 1 || width < 1) {
            return;
        }
        int begin = Math.clamp(Math.max(first, wanted - height + 1L), 0, lines.size() - height);
        List<Line> box = framed(lines.subList(begin, begin + height), width);
        int top = (screen.size() - 1 - box.size()) / 2;
        int left = (columns - width - 2 * FRAME) / 2;
        for (int row = 0; row < box.size(); row++) {
            screen.set(top + row, screen.get(top + row).under(box.get(row), left));
        }
    }

    private int widest() {
        return Math.max(
                title.length() + FRAME, lines.stream().mapToInt(Line::width).max().orElse(0));
    }

    private List<Line> framed(List<Line> shown, int width) {
        List<Line> framed = new ArrayList<>();
        Glyphs.Frame frame = glyphs.frame();
        Line head =
                Line.of(frame.topLeft() + glyphs.rule(1), Tone.DIM)
                        .then(" " + title + " ", Tone.TITLE);
        framed.add(
                head.then(
                        glyphs.rule(width + 2 * FRAME - 1 - head.width()) + frame.topRight(),
                        Tone.DIM));
        for (Line line : shown) {
            framed.add(
                    Line.of(glyphs.axis() + " ", Tone.DIM)
                            .then(line.fit(width, glyphs))
                            .then(" " + glyphs.axis(), Tone.DIM));
        }
        framed.add(
                Line.of(
                        frame.bottomLeft() + glyphs.rule(width + FRAME) + frame.bottomRight(),
                        Tone.DIM));
        return framed;
    }
}
