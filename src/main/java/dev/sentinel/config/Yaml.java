package dev.sentinel.config;

import java.util.List;
import java.util.Map;

/// What a YAML file says, as it is written: text, lists and maps, each with the line it begins in.
/// No text is taken for a number, a date or a truth; what it means is for the reader of the key.
sealed interface Yaml {

    /// Counted from 1.
    int line();

    /// One value.
    ///
    /// @param text empty as well when nothing is written
    record Text(String text, int line) implements Yaml {}

    record Items(List<Yaml> items, int line) implements Yaml {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Keys with their values.
    ///
    /// @param values in the order of the file
    record Fields(Map<String, Yaml> values, int line) implements Yaml {}
}
