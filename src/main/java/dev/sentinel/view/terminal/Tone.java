package dev.sentinel.view.terminal;

/// What a piece of text is, not which colour it has. Nothing relies on colour alone.
enum Tone {
    PLAIN,
    DIM,
    TITLE,
    GOOD,
    WARNING,
    DANGER,
    KEY;

    /// By the share of the limit that is used.
    static Tone ofShare(double share) {
        if (share >= 0.9) {
            return DANGER;
        }
        return share >= 0.75 ? WARNING : GOOD;
    }
}
