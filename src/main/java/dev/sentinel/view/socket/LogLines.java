package dev.sentinel.view.socket;

import dev.sentinel.view.Sgr;
import dev.sentinel.view.Style;
import dev.sentinel.view.StyledLines;
import dev.sentinel.view.StyledText;

import java.util.List;

/// Lines of one output on their way to one client: harmless, each with its end. With colours for
/// whoever asks for them, and then from line to line, as the command has written them.
final class LogLines {

    private final boolean colours;
    private final StyledLines shown = new StyledLines();
    private Style style = Style.PLAIN;

    LogLines(boolean colours) {
        this.colours = colours;
    }

    /// What comes next.
    String text(List<String> rawLines) {
        StringBuilder text = new StringBuilder();
        rawLines.forEach(raw -> text.append(text(shown.next(raw))).append('\n'));
        return text.toString();
    }

    private String text(StyledText line) {
        if (!colours) {
            return line.text();
        }
        String styled = Sgr.after(style, line);
        style = Sgr.last(style, line);
        return styled;
    }
}
