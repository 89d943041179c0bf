package dev.sentinel.view;

import java.util.Optional;
import java.util.StringJoiner;

/// Styled text for a terminal: characters, and Select Graphic Rendition (ECMA-48, 8.3.117), the one
/// control sequence that changes nothing but how they look.
public final class Sgr {

    private static final String BEGIN = "\u001b[";
    private static final String END = "m";

    /// Where the codes of the foreground begin; those of the background come 10 later.
    private static final int FOREGROUND = 30;

    private static final int BACKGROUND = 40;
    private static final int BRIGHT = 60;
    private static final int BASIC = 8;

    private Sgr() {}

    /// A line for a terminal that is in a plain style before and after.
    public static String of(StyledText text) {
        String styled = after(Style.PLAIN, text);
        return styled + between(last(Style.PLAIN, text), Style.PLAIN);
    }

    /// A line for a terminal that is in some style before, and afterwards in the [#last] of the
    /// line. It is about as long as what was written by a child; made plain each time it could be
    /// many times as long.
    public static String after(Style before, StyledText text) {
        StringBuilder styled = new StringBuilder();
        Style current = before;
        for (StyledText.Run run : text.runs()) {
            styled.append(between(current, run.style())).append(run.text());
            current = run.style();
        }
        return styled.toString();
    }

    /// The style in which a line ends; that before it when it is empty.
    public static Style last(Style before, StyledText text) {
        return text.runs().isEmpty() ? before : text.runs().getLast().style();
    }

    private static String between(Style from, Style to) {
        if (from.equals(to)) {
            return "";
        }
        if (to.equals(Style.PLAIN)) {
            return BEGIN + "0" + END;
        }
        StringJoiner codes = new StringJoiner(";", BEGIN, END);
        // One code takes both back.
        boolean neither = (from.bold() && !to.bold()) || (from.dim() && !to.dim());
        if (neither) {
            codes.add("22");
        }
        if (to.bold() && (neither || !from.bold())) {
            codes.add("1");
        }
        if (to.dim() && (neither || !from.dim())) {
            codes.add("2");
        }
        if (from.italic() != to.italic()) {
            codes.add(to.italic() ? "3" : "23");
        }
        if (from.underline() != to.underline()) {
            codes.add(to.underline() ? "4" : "24");
        }
        if (from.reverse() != to.reverse()) {
            codes.add(to.reverse() ? "7" : "27");
        }
        if (!from.foreground().equals(to.foreground())) {
            codes.add(code(to.foreground(), FOREGROUND));
        }
        if (!from.background().equals(to.background())) {
            codes.add(code(to.background(), BACKGROUND));
        }
        return codes.toString();
    }

    private static String code(Optional<Colour> colour, int base) {
        return colour.map(some -> code(some, base)).orElse(Integer.toString(base + 9));
    }

    private static String code(Colour colour, int base) {
        return switch (colour) {
            case Colour.Basic basic -> Integer.toString(base + basicCode(basic.number()));
            case Colour.Indexed(int index) -> base + 8 + ";5;" + index;
            case Colour.Rgb(int red, int green, int blue) ->
                    base + 8 + ";2;" + red + ";" + green + ";" + blue;
        };
    }

    private static int basicCode(int number) {
        return number < BASIC ? number : BRIGHT + number - BASIC;
    }
}
