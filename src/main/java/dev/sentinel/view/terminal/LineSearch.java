package dev.sentinel.view.terminal;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// Looks for text in lines, from the newest on. Pure.
record LineSearch(List<String> lines, String wanted) {

    /// How many lines back the next line is that has it.
    ///
    /// @param direction 1 for older ones, -1 for newer ones
    OptionalInt next(PaneLook from, int direction) {
        // Before anything was found the newest line may be one.
        int first = from.follows() ? 0 : from.back() + direction;
        for (int back = first; back >= 0 && back < lines.size(); back += direction) {
            if (contains(lines.get(lines.size() - 1 - back), wanted)) {
                return OptionalInt.of(back);
            }
        }
        return OptionalInt.empty();
    }

    /// As people search: without regard to capitals.
    static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
