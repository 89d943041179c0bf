package dev.sentinel.model;

/// How a breach is noticed.
public enum Detector {
    /// By looking again and again.
    POLL("poll");

    private final String word;

    Detector(String word) {
        this.word = word;
    }

    /// As people write it.
    public String word() {
        return word;
    }

    /// The detector of that name; `auto` stands for the best one there is.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    public static Detector parse(String text) {
        return switch (text) {
            case "auto", "poll" -> POLL;
            default ->
                    throw new IllegalArgumentException(
                            "'%s' is neither auto nor poll".formatted(text));
        };
    }
}
