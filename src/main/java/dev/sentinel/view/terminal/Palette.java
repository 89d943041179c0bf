package dev.sentinel.view.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.TextGraphics;

import java.util.EnumSet;

/// Tones as the sixteen colours that every terminal has, in the shades that its user chose.
///
/// @param colours false for a user who wants none (no-color.org)
record Palette(boolean colours) {

    void apply(TextGraphics graphics, Tone tone) {
        graphics.setModifiers(bold(tone) ? EnumSet.of(SGR.BOLD) : EnumSet.noneOf(SGR.class));
        graphics.setForegroundColor(colours ? colour(tone) : TextColor.ANSI.DEFAULT);
    }

    private static boolean bold(Tone tone) {
        return switch (tone) {
            case TITLE, DANGER, KEY -> true;
            case PLAIN, DIM, GOOD, WARNING -> false;
        };
    }

    private static TextColor colour(Tone tone) {
        return switch (tone) {
            case PLAIN, TITLE -> TextColor.ANSI.DEFAULT;
            case DIM -> TextColor.ANSI.BLACK_BRIGHT;
            case GOOD -> TextColor.ANSI.GREEN;
            case WARNING -> TextColor.ANSI.YELLOW;
            case DANGER -> TextColor.ANSI.RED;
            case KEY -> TextColor.ANSI.CYAN;
        };
    }
}
