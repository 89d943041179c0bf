package dev.sentinel.view.terminal;

/// Characters to draw with.
///
/// @param levels from almost nothing to a full cell
/// @param rest of a bar
/// @param limit of a line across a graph
/// @param soft of a fainter line across a graph
/// @param corner where two axes meet
/// @param rule of a line between parts
/// @param tick of an axis
/// @param here in front of what is selected
/// @param more stands for what has been cut off
/// @param down sorted from the largest on
/// @param up sorted from the smallest on
/// @param branches of a tree: child, last child, and what passes a child by
/// @param frame of a box
/// @param dot between two facts
record Glyphs(
        String levels,
        char full,
        char rest,
        char limit,
        char soft,
        char axis,
        char corner,
        char rule,
        char tick,
        char here,
        char more,
        char down,
        char up,
        Branches branches,
        Frame frame,
        String dot) {

    /// The corners of a box.
    record Frame(char topLeft, char topRight, char bottomLeft, char bottomRight) {}

    /// How a tree is drawn.
    record Branches(String child, String last, String past) {}

    static final Glyphs UNICODE =
            new Glyphs(
                    "▁▂▃▄▅▆▇█",
                    '█',
                    '░',
                    '╌',
                    '┈',
                    '│',
                    '└',
                    '─',
                    '┴',
                    '▸',
                    '…',
                    '▼',
                    '▲',
                    new Branches("├─ ", "└─ ", "│  "),
                    new Frame('┌', '┐', '└', '┘'),
                    " · ");

    /// For terminals that show nothing else.
    static final Glyphs ASCII =
            new Glyphs(
                    "._-=+*##",
                    '#',
                    '.',
                    '-',
                    '.',
                    '|',
                    '+',
                    '-',
                    '+',
                    '>',
                    '~',
                    'v',
                    '^',
                    new Branches("|- ", "`- ", "|  "),
                    new Frame('+', '+', '+', '+'),
                    " | ");

    /// A bar of that width, filled by the share.
    String bar(double share, int width) {
        int filled = (int) Math.round(Math.clamp(share, 0, 1) * width);
        return Character.toString(full).repeat(filled)
                + Character.toString(rest).repeat(width - filled);
    }

    /// The character for a cell filled from 0 (empty) to 1.
    char cell(double filled) {
        if (filled <= 0) {
            return ' ';
        }
        int level = (int) Math.ceil(Math.min(filled, 1) * levels.length());
        return levels.charAt(level - 1);
    }

    /// A line across so many columns.
    String rule(int columns) {
        return Character.toString(rule).repeat(Math.max(0, columns));
    }
}
