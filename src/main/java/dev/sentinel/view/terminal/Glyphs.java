package dev.sentinel.view.terminal;

/// Characters to draw with.
///
/// @param levels from almost nothing to a full cell
record Glyphs(String levels, char full, char rest, char limit, char axis, String dot) {

    static final Glyphs UNICODE = new Glyphs("▁▂▃▄▅▆▇█", '█', '░', '╌', '│', " · ");

    /// For terminals that show nothing else.
    static final Glyphs ASCII = new Glyphs("._-=+*##", '#', '.', '-', '|', " | ");

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
}
