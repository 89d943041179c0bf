package dev.sentinel.view.console;

/// What a piece of text is. Nothing relies on the colour alone.
enum Tone {
    PLAIN(""),
    TITLE("1"),
    GOOD("32"),
    WARNING("33"),
    DANGER("1;31");

    /// Select graphic rendition (ECMA-48), with the colours that the terminal's user chose.
    private final String rendition;

    Tone(String rendition) {
        this.rendition = rendition;
    }

    /// By the share of the limit that is used.
    static Tone ofShare(double share) {
        if (share >= 0.9) {
            return DANGER;
        }
        return share >= 0.75 ? WARNING : PLAIN;
    }

    static Tone ofState(String state) {
        return switch (state) {
            case "RUNNING" -> GOOD;
            case "STOPPING" -> WARNING;
            case "KILLING", "UNKILLABLE" -> DANGER;
            default -> PLAIN;
        };
    }

    String mark(String text, boolean colours) {
        return colours && this != PLAIN ? "\u001b[" + rendition + "m" + text + "\u001b[m" : text;
    }
}
