package dev.sentinel.view;

import java.util.Optional;

/// What a child asks for by Select Graphic Rendition: codes one after the other, `1;38;5;208`; of
/// those that take values also with colons (ISO 8613-6), `38:2::255:128:0`. What is not known, or
/// not whole, changes nothing.
final class SgrParameters {

    private static final int FOREGROUND = 38;
    private static final int BACKGROUND = 48;
    private static final int LINE_COLOUR = 58;

    /// More than any code or column that means something.
    private static final int MOST = 99_999;

    private static final int NONE = -1;

    private final String[] codes;
    private int next;

    SgrParameters(String text) {
        codes = text.split(";", -1);
    }

    /// A number as it stands in a control sequence: nothing is zero, and what is none is negative.
    static int number(String text) {
        int number = 0;
        for (int at = 0; at < text.length(); at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') {
                return NONE;
            }
            number = Math.min(MOST, 10 * number + digit - '0');
        }
        return number;
    }

    /// Called once.
    Style appliedTo(Style before) {
        Style style = before;
        while (next < codes.length) {
            String code = codes[next];
            if (code.indexOf(':') >= 0) {
                next++;
                style = withParts(style, code.split(":", -1));
            } else {
                int number = take();
                style =
                        isColour(number)
                                ? withColour(style, number, colourAhead())
                                : with(style, number);
            }
        }
        return style;
    }

    private int take() {
        return next < codes.length ? number(codes[next++]) : NONE;
    }

    private static boolean isColour(int code) {
        return code == FOREGROUND || code == BACKGROUND || code == LINE_COLOUR;
    }

    private Optional<Colour> colourAhead() {
        return switch (take()) {
            case 2 -> rgb(take(), take(), take());
            case 5 -> indexed(take());
            default -> Optional.empty();
        };
    }

    private static Style withParts(Style style, String[] parts) {
        int code = number(parts[0]);
        if (code == 4) {
            // Its value is the kind of line, and 0 is none.
            return style.withUnderline(number(parts[1]) != 0);
        }
        return isColour(code) ? withColour(style, code, colour(parts)) : style;
    }

    /// `38:5:N`, `38:2:SPACE:R:G:B`, and what many programs write, `38:2:R:G:B`.
    private static Optional<Colour> colour(String[] parts) {
        int kind = number(parts[1]);
        if (kind == 5 && parts.length > 2) {
            return indexed(number(parts[2]));
        }
        int red = parts.length > 5 ? 3 : 2;
        return kind == 2 && parts.length > red + 2
                ? rgb(number(parts[red]), number(parts[red + 1]), number(parts[red + 2]))
                : Optional.empty();
    }

    private static Optional<Colour> indexed(int index) {
        return isByte(index) ? Optional.of(new Colour.Indexed(index)) : Optional.empty();
    }

    private static Optional<Colour> rgb(int red, int green, int blue) {
        return isByte(red) && isByte(green) && isByte(blue)
                ? Optional.of(new Colour.Rgb(red, green, blue))
                : Optional.empty();
    }

    private static boolean isByte(int value) {
        return value >= 0 && value <= 255;
    }

    private static Style withColour(Style style, int code, Optional<Colour> colour) {
        if (colour.isEmpty() || code == LINE_COLOUR) {
            return style;
        }
        return code == FOREGROUND ? style.withForeground(colour) : style.withBackground(colour);
    }

    private static Style with(Style style, int code) {
        return switch (code) {
            case 0 -> Style.PLAIN;
            case 1 -> style.withBold(true);
            case 2 -> style.withDim(true);
            case 3 -> style.withItalic(true);
            case 4, 21 -> style.withUnderline(true);
            case 7 -> style.withReverse(true);
            case 22 -> style.withBold(false).withDim(false);
            case 23 -> style.withItalic(false);
            case 24 -> style.withUnderline(false);
            case 27 -> style.withReverse(false);
            case 30, 31, 32, 33, 34, 35, 36, 37 -> style.withForeground(basic(code - 30));
            case 39 -> style.withForeground(Optional.empty());
            case 40, 41, 42, 43, 44, 45, 46, 47 -> style.withBackground(basic(code - 40));
            case 49 -> style.withBackground(Optional.empty());
            case 90, 91, 92, 93, 94, 95, 96, 97 -> style.withForeground(basic(code - 90 + 8));
            case 100, 101, 102, 103, 104, 105, 106, 107 ->
                    style.withBackground(basic(code - 100 + 8));
            default -> style;
        };
    }

    private static Optional<Colour> basic(int number) {
        return Optional.of(Colour.Basic.of(number));
    }
}
