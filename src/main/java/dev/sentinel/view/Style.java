package dev.sentinel.view;

import java.util.Optional;

/// How characters look.
///
/// @param foreground empty for what the terminal usually has
/// @param background empty for what the terminal usually has
public record Style(
        Optional<Colour> foreground,
        Optional<Colour> background,
        boolean bold,
        boolean dim,
        boolean italic,
        boolean underline,
        boolean reverse) {

    public static final Style PLAIN =
            new Style(Optional.empty(), Optional.empty(), false, false, false, false, false);

    public Style withForeground(Optional<Colour> colour) {
        return new Style(colour, background, bold, dim, italic, underline, reverse);
    }

    public Style withBackground(Optional<Colour> colour) {
        return new Style(foreground, colour, bold, dim, italic, underline, reverse);
    }

    public Style withBold(boolean on) {
        return new Style(foreground, background, on, dim, italic, underline, reverse);
    }

    public Style withDim(boolean on) {
        return new Style(foreground, background, bold, on, italic, underline, reverse);
    }

    public Style withItalic(boolean on) {
        return new Style(foreground, background, bold, dim, on, underline, reverse);
    }

    public Style withUnderline(boolean on) {
        return new Style(foreground, background, bold, dim, italic, on, reverse);
    }

    public Style withReverse(boolean on) {
        return new Style(foreground, background, bold, dim, italic, underline, on);
    }
}
