package dev.sentinel.view.terminal;

import com.googlecode.lanterna.TextCharacter;

/// How many columns text takes on a screen: most characters one, those of East Asia and emoji two.
/// Lanterna is asked, for it is what moves the cursor.
final class Cells {

    /// Below this nothing is wide.
    private static final char FIRST_WIDE = 0x1100;

    /// Lines, blocks and geometric shapes, of which graphs are made.
    private static final char FIRST_SHAPE = 0x2500;

    private static final char LAST_SHAPE = 0x25ff;

    private Cells() {}

    static int width(String text) {
        if (isNarrow(text)) {
            return text.length();
        }
        int width = 0;
        for (TextCharacter character : TextCharacter.fromString(text)) {
            width += character.isDoubleWidth() ? 2 : 1;
        }
        return width;
    }

    /// As much of the beginning as fits into so many columns.
    static String cut(String text, int columns) {
        if (isNarrow(text)) {
            return text.length() <= columns ? text : text.substring(0, Math.max(0, columns));
        }
        StringBuilder fits = new StringBuilder();
        int left = columns;
        for (TextCharacter character : TextCharacter.fromString(text)) {
            left -= character.isDoubleWidth() ? 2 : 1;
            if (left < 0) {
                break;
            }
            fits.append(character.getCharacterString());
        }
        return fits.toString();
    }

    private static boolean isNarrow(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean shape = character >= FIRST_SHAPE && character <= LAST_SHAPE;
            if (character >= FIRST_WIDE && !shape) {
                return false;
            }
        }
        return true;
    }
}
