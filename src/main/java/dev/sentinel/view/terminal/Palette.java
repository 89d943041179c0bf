package dev.sentinel.view.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.TextGraphics;

import dev.sentinel.view.Colour;
import dev.sentinel.view.Style;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Tones as the sixteen colours that every terminal has, in the shades that its user chose; what a
/// command prints as it wants it.
///
/// @param colours false for a user who wants none (no-color.org)
record Palette(boolean colours) {

    /// In the order of their numbers.
    private static final List<TextColor> BASIC =
            List.of(
                    TextColor.ANSI.BLACK,
                    TextColor.ANSI.RED,
                    TextColor.ANSI.GREEN,
                    TextColor.ANSI.YELLOW,
                    TextColor.ANSI.BLUE,
                    TextColor.ANSI.MAGENTA,
                    TextColor.ANSI.CYAN,
                    TextColor.ANSI.WHITE,
                    TextColor.ANSI.BLACK_BRIGHT,
                    TextColor.ANSI.RED_BRIGHT,
                    TextColor.ANSI.GREEN_BRIGHT,
                    TextColor.ANSI.YELLOW_BRIGHT,
                    TextColor.ANSI.BLUE_BRIGHT,
                    TextColor.ANSI.MAGENTA_BRIGHT,
                    TextColor.ANSI.CYAN_BRIGHT,
                    TextColor.ANSI.WHITE_BRIGHT);

    void apply(TextGraphics graphics, Ink ink) {
        switch (ink) {
            case Tone tone -> {
                graphics.setModifiers(modifiers(tone));
                graphics.setForegroundColor(colours ? colour(tone) : TextColor.ANSI.DEFAULT);
                graphics.setBackgroundColor(TextColor.ANSI.DEFAULT);
            }
            case Ink.Own(var style) -> {
                graphics.setModifiers(modifiers(style));
                graphics.setForegroundColor(colour(style.foreground()));
                graphics.setBackgroundColor(colour(style.background()));
            }
        }
    }

    private TextColor colour(Optional<Colour> wanted) {
        return colours && wanted.isPresent() ? colour(wanted.get()) : TextColor.ANSI.DEFAULT;
    }

    private static TextColor colour(Colour colour) {
        return switch (colour) {
            case Colour.Basic basic -> BASIC.get(basic.number());
            case Colour.Indexed(var index) -> new TextColor.Indexed(index);
            case Colour.Rgb(var red, var green, var blue) -> new TextColor.RGB(red, green, blue);
        };
    }

    /// Faint is not among what Lanterna knows.
    private static EnumSet<SGR> modifiers(Style style) {
        EnumSet<SGR> modifiers = EnumSet.noneOf(SGR.class);
        if (style.bold()) {
            modifiers.add(SGR.BOLD);
        }
        if (style.italic()) {
            modifiers.add(SGR.ITALIC);
        }
        if (style.underline()) {
            modifiers.add(SGR.UNDERLINE);
        }
        if (style.reverse()) {
            modifiers.add(SGR.REVERSE);
        }
        return modifiers;
    }

    private static EnumSet<SGR> modifiers(Tone tone) {
        return switch (tone) {
            case TITLE, DANGER, KEY -> EnumSet.of(SGR.BOLD);
            case SELECTED -> EnumSet.of(SGR.REVERSE);
            case FOUND -> EnumSet.of(SGR.REVERSE, SGR.BOLD);
            case PLAIN, DIM, GOOD, WARNING -> EnumSet.noneOf(SGR.class);
        };
    }

    private static TextColor colour(Tone tone) {
        return switch (tone) {
            case PLAIN, TITLE, SELECTED -> TextColor.ANSI.DEFAULT;
            case DIM -> TextColor.ANSI.BLACK_BRIGHT;
            case GOOD -> TextColor.ANSI.GREEN;
            case WARNING, FOUND -> TextColor.ANSI.YELLOW;
            case DANGER -> TextColor.ANSI.RED;
            case KEY -> TextColor.ANSI.CYAN;
        };
    }
}
