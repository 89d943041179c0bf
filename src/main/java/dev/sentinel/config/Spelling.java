package dev.sentinel.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What somebody may have meant. Pure.
final class Spelling {

    /// One mistake in so many letters is still the same word.
    private static final int LETTERS_A_MISTAKE = 3;

    private Spelling() {}

    /// The word that is most like it; empty when none is.
    static Optional<String> closest(String written, List<String> words) {
        return words.stream()
                .min(Comparator.comparingInt(word -> mistakes(written, word)))
                .filter(word ->
                        mistakes(written, word) <= Math.max(1, word.length() / LETTERS_A_MISTAKE));
    }

    /// How many letters were added, left out or mistaken for another (Levenshtein's distance).
    private static int mistakes(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, place -> place);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
