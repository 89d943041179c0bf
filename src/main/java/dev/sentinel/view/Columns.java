package dev.sentinel.view;

/// How many columns of a terminal characters take: none, one or two.
public final class Columns {

    private Columns() {}

    /// Of one that is shown. Where terminals disagree it is what wcwidth(3) says; and of pictures,
    /// which are newer than most tables, what Unicode says.
    public static int of(int point) {
        // Up to there every character takes one, but for those that are never shown.
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || isPartOfSyllable(point)) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /// Vowels and last consonants of Hangul, which join the consonant before.
    static boolean isPartOfSyllable(int point) {
        return isIn(point, 0x1160, 0x11ff) || isIn(point, 0xd7b0, 0xd7ff);
    }

    /// The wide and fullwidth ones of East Asia (Unicode Standard Annex 11).
    private static boolean isWide(int point) {
        return point >= 0x1100
                && (point <= 0x115f
                        || isIn(point, 0x2e80, 0x303e)
                        || isIn(point, 0x3041, 0xa4cf)
                        || isIn(point, 0xa960, 0xa97c)
                        || isIn(point, 0xac00, 0xd7a3)
                        || isIn(point, 0xf900, 0xfaff)
                        || isIn(point, 0xfe10, 0xfe19)
                        || isIn(point, 0xfe30, 0xfe6f)
                        || isIn(point, 0xff01, 0xff60)
                        || isIn(point, 0xffe0, 0xffe6)
                        || isIn(point, 0x17000, 0x18cff)
                        || isIn(point, 0x1b000, 0x1b2ff)
                        || isIn(point, 0x20000, 0x3fffd)
                        || Character.isEmojiPresentation(point));
    }

    private static boolean isIn(int point, int first, int last) {
        return point >= first && point <= last;
    }
}
