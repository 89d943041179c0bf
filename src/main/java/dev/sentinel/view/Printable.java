package dev.sentinel.view;

import java.util.HexFormat;

/// Foreign text made harmless. What a child prints or is called may hold escape sequences that move
/// the cursor, set the clipboard or hide what follows; none of it reaches a terminal, a reply or a
/// label as it is.
public final class Printable {

    private static final HexFormat HEX = HexFormat.of();

    private Printable() {}

    /// One line as a terminal would have shown it, without its colours; see [StyledLines].
    public static String line(String raw) {
        return new StyledLines().next(raw).text();
    }

    /// Control, direction and unpaired characters become visible: `\x1b`, `\u202e`.
    public static String text(String raw) {
        StringBuilder clean = new StringBuilder(raw.length());
        raw.codePoints()
                .forEach(point -> {
                    if (isShown(point)) {
                        clean.appendCodePoint(point);
                    } else {
                        clean.append(escape(point));
                    }
                });
        return clean.toString();
    }

    /// Whether a character is shown as it is.
    static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                    false;
            default -> true;
        };
    }

    /// What is shown of one that is not.
    static String escape(int point) {
        if (Character.getType(point) == Character.CONTROL) {
            return "\\x" + HEX.toHexDigits((byte) point);
        }
        return "\\u"
                + (Character.isBmpCodePoint(point)
                        ? HEX.toHexDigits((char) point)
                        : Integer.toHexString(point));
    }
}
