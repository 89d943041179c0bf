package dev.sentinel.view.terminal;

import dev.sentinel.view.Printable;

/// The last line: a question, a line to write, something to be told, or the keys. Pure.
record Footer(Screenful what, Glyphs glyphs) {

    Line line(int columns) {
        return what.dialog().map(this::open).orElseGet(() -> state().then(keys(columns)));
    }

    private Line open(Dialog dialog) {
        return switch (dialog) {
            case Dialog.Ask(var text, _) ->
                    Line.of(" " + Printable.text(text) + " [y/N] ", Tone.WARNING);
            case Dialog.Prompt prompt -> written(prompt);
            case Dialog.Signals _ -> hint("Enter chooses, Esc goes back");
            case Dialog.Help _ -> hint("arrows scroll, any other key goes back");
        };
    }

    private static Line hint(String text) {
        return Line.of(" " + text, Tone.DIM);
    }

    private Line written(Dialog.Prompt prompt) {
        String title =
                switch (prompt.purpose()) {
                    case Dialog.Find() -> "find";
                    case Dialog.Filter() -> "list only";
                    case Dialog.Limit(var target) -> limit(target, prompt);
                };
        Line line =
                Line.of(" " + title + ": ", Tone.KEY)
                        .then(Printable.text(prompt.text()), Tone.PLAIN)
                        .then(" ", Tone.SELECTED);
        return prompt.complaint().isEmpty()
                ? line
                : line.then("  " + Printable.text(prompt.complaint()), Tone.DANGER);
    }

    /// A complaint says better how it is written.
    private static String limit(String target, Dialog.Prompt prompt) {
        String how = prompt.complaint().isEmpty() ? " (600M, 80%, 0 for none)" : "";
        return "new limit of " + target + how;
    }

    /// What is not as usual.
    private Line state() {
        Line line = Line.EMPTY;
        if (!what.notice().isEmpty()) {
            line = line.then(" " + Printable.text(what.notice()) + " ", Tone.WARNING);
        }
        if (what.paused()) {
            line = line.then(" PAUSED ", Tone.SELECTED);
        }
        if (!what.table().filter().isEmpty()) {
            line =
                    line.then(
                            " only '" + Printable.text(what.table().filter()) + "' ", Tone.WARNING);
        }
        return what.mouse() ? line.then(" mouse ", Tone.WARNING) : line;
    }

    /// As many as there is room for.
    private Line keys(int columns) {
        int room = columns - state().width();
        Line line = Line.EMPTY;
        for (Key key : Key.values()) {
            if (!key.title().isEmpty()) {
                Line more =
                        line.then(" " + key.press(), Tone.KEY)
                                .then(" " + key.title() + " ", Tone.DIM);
                if (more.width() > room) {
                    break;
                }
                line = more;
            }
        }
        return line;
    }
}
