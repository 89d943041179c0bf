package dev.sentinel.view;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One row of a terminal that is as wide as it needs to be: cells, and a cursor that may go back
/// over them.
final class Row {

    private static final int TAB = 8;

    /// The second cell of a wide character.
    private static final int REST = -1;

    private int[] points;
    private Style[] styles;
    private int length;
    private int cursor;

    /// @param expected cells; it grows when there are more
    Row(int expected) {
        points = new int[Math.max(TAB, expected)];
        styles = new Style[points.length];
    }

    /// Writes a character over what is there.
    ///
    /// @param columns that it takes, one or two
    void put(int point, int columns, Style style) {
        int end = cursor + columns;
        reserve(end);
        for (; length < cursor; length++) {
            set(length, ' ', Style.PLAIN);
        }
        // Of a wide character that is half overwritten, a terminal forgets the other half.
        if (cursor < length && points[cursor] == REST) {
            points[cursor - 1] = ' ';
        }
        if (end < length && points[end] == REST) {
            points[end] = ' ';
        }
        set(cursor, point, style);
        if (columns == 2) {
            set(cursor + 1, REST, style);
        }
        cursor = end;
        length = Math.max(length, end);
    }

    /// Joins a mark with the character before, if they make one.
    ///
    /// @return whether they do
    boolean join(int mark) {
        int before = cursor - 1;
        if (before > 0 && before < length && points[before] == REST) {
            before--;
        }
        if (before < 0 || before >= length) {
            return false;
        }
        String both = Character.toString(points[before]) + Character.toString(mark);
        String one = Normalizer.normalize(both, Normalizer.Form.NFC);
        int point = one.codePointAt(0);
        if (one.length() > Character.charCount(point)
                || Columns.of(point) != Columns.of(points[before])) {
            return false;
        }
        points[before] = point;
        return true;
    }

    void toStart() {
        cursor = 0;
    }

    void back() {
        cursor = Math.max(0, cursor - 1);
    }

    void tab() {
        cursor += TAB - cursor % TAB;
    }

    /// To a column, counted from 1, but not beyond what is written: numbers are foreign, and room
    /// is limited.
    void toColumn(int column) {
        cursor = Math.clamp(column - 1L, 0, Math.max(length, cursor));
    }

    /// Erases from the cursor to the end.
    void eraseRest() {
        if (cursor < length && points[cursor] == REST) {
            points[cursor - 1] = ' ';
        }
        length = Math.min(length, cursor);
    }

    /// Erases from the start to the cursor, and what is there.
    void eraseBefore() {
        int end = Math.min(length, cursor + 1);
        if (end < length && points[end] == REST) {
            points[end] = ' ';
        }
        Arrays.fill(points, 0, end, ' ');
        Arrays.fill(styles, 0, end, Style.PLAIN);
    }

    void eraseAll() {
        length = 0;
    }

    /// What is to be seen.
    StyledText text() {
        List<StyledText.Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < length; at++) {
            if (points[at] != REST) {
                text.appendCodePoint(points[at]);
            }
            if (at + 1 == length || !styles[at].equals(styles[at + 1])) {
                runs.add(new StyledText.Run(text.toString(), styles[at]));
                text.setLength(0);
            }
        }
        return new StyledText(runs);
    }

    private void set(int at, int point, Style style) {
        points[at] = point;
        styles[at] = style;
    }

    private void reserve(int cells) {
        if (cells > points.length) {
            points = Arrays.copyOf(points, Math.max(cells, 2 * points.length));
            styles = Arrays.copyOf(styles, points.length);
        }
    }
}
