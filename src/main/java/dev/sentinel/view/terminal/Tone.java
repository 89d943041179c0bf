package dev.sentinel.view.terminal;

/// What a piece of text is, not which colour it has. Nothing relies on colour alone.
enum Tone implements Ink {
    PLAIN,
    DIM,
    TITLE,
    GOOD,
    WARNING,
    DANGER,
    KEY,

    /// Where the user is: the row that is selected, the tab that is open.
    SELECTED,

    /// What a search has found.
    FOUND;

    /// By the share of the limit that is used.
    static Tone ofShare(double share) {
        if (share >= 0.9) {
            return DANGER;
        }
        return share >= 0.75 ? WARNING : GOOD;
    }
}
