package dev.sentinel.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What somebody may have meant. Pure.
final class Likeness {

    private Likeness() {}

    /// The name that a word is most like; empty when it is like none.
    static Optional<String> closest(String word, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(word, name) <= slips(name))
                .min(Comparator.comparingInt(name -> distance(word, name)));
    }

    /// Nobody gets more than every third letter wrong.
    private static int slips(String name) {
        return Math.max(1, name.length() / 3);
    }

    /// How many letters were left out, added, mistaken, or swapped with the next one (optimal
    /// string alignment).
    static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int least =
                Math.min(
                        Math.min(cost[i - 1][j], cost[i][j - 1]) + 1,
                        cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
