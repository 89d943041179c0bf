package dev.sentinel.view;

import java.util.ArrayList;
import java.util.List;

/// Lines that a child has written, as a terminal would show them: colours are kept, and from one
/// line to the next; what moves within the line is obeyed; everything else that a terminal would
/// act on is dropped, whole. What is left of control, direction and unpaired characters becomes
/// visible, and marks that do not join the character before are dropped, so that each character
/// takes the [Columns] that it says.
///
/// For any input, in a time that grows with its length and no more. A sequence ends with its line,
/// or one that is never finished would hide all that comes after.
public final class StyledLines {

    private static final char ESC = '\u001b';
    private static final int CSI = 0x9b;
    private static final int ST = 0x9c;

    private Style style = Style.PLAIN;

    /// All of these, from a plain style on.
    public static List<StyledText> of(List<String> rawLines) {
        StyledLines lines = new StyledLines();
        List<StyledText> shown = new ArrayList<>(rawLines.size());
        for (String raw : rawLines) {
            shown.add(lines.next(raw));
        }
        return shown;
    }

    /// The next line, without its end.
    public StyledText next(String raw) {
        Row row = new Row(raw.length());
        int at = 0;
        while (at < raw.length()) {
            at = step(raw, at, row);
        }
        return row.text();
    }

    /// Obeys one character or one sequence.
    ///
    /// @return where the next begins
    private int step(String raw, int at, Row row) {
        int point = raw.codePointAt(at);
        int next = at + Character.charCount(point);
        switch (point) {
            case '\r' -> row.toStart();
            case '\b' -> row.back();
            case '\t' -> row.tab();
            case ESC -> {
                return escape(raw, next, row);
            }
            case CSI -> {
                int end = control(raw, next, row);
                if (end > 0) {
                    return end;
                }
                // Without an end it is no sequence, but a character that nobody sees.
                print(point, row);
            }
            // DCS, SOS, OSC, PM, APC.
            case 0x90, 0x98, 0x9d, 0x9e, 0x9f -> {
                return endOfString(raw, next);
            }
            default -> print(point, row);
        }
        return next;
    }

    /// What comes after an ESC (ECMA-48, 5.3).
    private int escape(String raw, int at, Row row) {
        return switch (charAt(raw, at)) {
            case '[' -> {
                int end = control(raw, at + 1, row);
                yield end > 0 ? end : skip(raw, skip(raw, at + 1, '0', '?'), ' ', '/');
            }
            // The same strings as above.
            case 'P', 'X', ']', '^', '_' -> endOfString(raw, at + 1);
            default -> {
                int last = skip(raw, at, ' ', '/');
                yield isIn(charAt(raw, last), '0', '~') ? last + 1 : last;
            }
        };
    }

    /// A control sequence (ECMA-48, 5.4): parameters, what is between, and the last character,
    /// which says what it does.
    ///
    /// @param at where its parameters begin
    /// @return where it ends; zero when it has no end
    private int control(String raw, int at, Row row) {
        int between = skip(raw, at, '0', '?');
        int last = skip(raw, between, ' ', '/');
        if (!isIn(charAt(raw, last), '@', '~')) {
            return 0;
        }
        String parameters = raw.substring(at, between);
        // With anything between, or with parameters of its own kind, it means something else.
        if (last == between && !isIn(charAt(raw, at), '<', '?')) {
            obey(raw.charAt(last), parameters, row);
        }
        return last + 1;
    }

    private void obey(char what, String parameters, Row row) {
        switch (what) {
            case 'm' -> style = new SgrParameters(parameters).appliedTo(style);
            case 'G' -> row.toColumn(SgrParameters.number(parameters));
            case 'K' -> erase(SgrParameters.number(parameters), row);
            default -> {
                // It would leave the line.
            }
        }
    }

    private static void erase(int what, Row row) {
        switch (what) {
            case 0 -> row.eraseRest();
            case 1 -> row.eraseBefore();
            case 2 -> row.eraseAll();
            default -> {
                // There is no more.
            }
        }
    }

    /// Where a control string (ECMA-48, 5.6) is over: it ends by ST in both forms, with terminals
    /// also by BEL, and it is cut short by ESC, CAN and SUB.
    private static int endOfString(String raw, int at) {
        for (int end = at; end < raw.length(); end++) {
            switch (raw.charAt(end)) {
                case 0x07, 0x18, 0x1a, ST -> {
                    return end + 1;
                }
                case ESC -> {
                    return charAt(raw, end + 1) == '\\' ? end + 2 : end;
                }
                default -> {
                    // Part of it.
                }
            }
        }
        return raw.length();
    }

    private void print(int point, Row row) {
        if (!Printable.isShown(point)) {
            Printable.escape(point).chars().forEach(shown -> row.put(shown, 1, style));
            return;
        }
        int columns = Columns.of(point);
        if (columns > 0) {
            row.put(point, columns, style);
        } else if (!row.join(point) && Columns.isPartOfSyllable(point)) {
            Printable.escape(point).chars().forEach(shown -> row.put(shown, 1, style));
        }
    }

    private static int skip(String raw, int from, char first, char last) {
        int at = from;
        while (isIn(charAt(raw, at), first, last)) {
            at++;
        }
        return at;
    }

    /// Beyond the end there is a character that is no part of anything.
    private static char charAt(String raw, int at) {
        return at < raw.length() ? raw.charAt(at) : '\0';
    }

    private static boolean isIn(char character, char first, char last) {
        return character >= first && character <= last;
    }
}
