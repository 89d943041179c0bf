package dev.sentinel.view;

import java.util.regex.Pattern;

/// Foreign text made harmless. What a child prints or is called may hold escape sequences that move
/// the cursor, set the clipboard or hide what follows; none of it reaches a terminal, a reply or a
/// label as it is.
public final class Printable {

    /// What a terminal would act on, whole: CSI … final byte; OSC, DCS, SOS, PM, APC … end; ESC x.
    private static final Pattern SEQUENCE =
            Pattern.compile(
                    "(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]"
                            + "|(?:\\x1b[\\]PX^_]|[\\x9d\\x90\\x98\\x9e\\x9f])[^\\x07\\x1b\\x9c]*(?:\\x07|\\x1b\\\\|\\x9c)?"
                            + "|\\x1b[ -/]*[0-~]?");

    private static final int TAB = 8;

    private Printable() {}

    /// One line as a terminal would have shown it, without its colours: sequences dropped, tabs
    /// spread, what was overwritten after a carriage return forgotten, the rest made visible.
    public static String line(String raw) {
        String plain = SEQUENCE.matcher(raw).replaceAll("");
        int end = plain.length();
        // After these nothing comes that could overwrite the line.
        while (end > 0 && plain.charAt(end - 1) == '\r') {
            end--;
        }
        return text(withoutTabs(plain.substring(plain.lastIndexOf('\r', end - 1) + 1, end)));
    }

    /// Control, direction and unpaired characters become visible: `\x1b`, `\u202e`.
    public static String text(String raw) {
        StringBuilder clean = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> append(clean, point));
        return clean.toString();
    }

    private static void append(StringBuilder clean, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL -> clean.append(String.format("\\x%02x", point));
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                    clean.append(String.format("\\u%04x", point));
            default -> clean.appendCodePoint(point);
        }
    }

    private static String withoutTabs(String line) {
        if (line.indexOf('\t') < 0) {
            return line;
        }
        StringBuilder spread = new StringBuilder();
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            if (character == '\t') {
                spread.repeat(' ', TAB - spread.length() % TAB);
            } else {
                spread.append(character);
            }
        }
        return spread.toString();
    }
}
