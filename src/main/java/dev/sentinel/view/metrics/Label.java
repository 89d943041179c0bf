package dev.sentinel.view.metrics;

import dev.sentinel.model.Tally;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// A name by which samples of a metric differ.
///
/// @param values all that it may have; empty where they come from the user or the build
record Label(String name, List<String> values) {

    /// Which target; as long as a name may be, and never a foreign one.
    static final Label TARGET = free("name");

    Label {
        values = List.copyOf(values);
    }

    static Label free(String name) {
        return new Label(name, List.of());
    }

    static Label of(String name, Collection<String> values) {
        return new Label(name, List.copyOf(values));
    }

    static <K extends Enum<K>> Label of(String name, Class<K> keys) {
        return new Label(name, Arrays.stream(keys.getEnumConstants()).map(Label::word).toList());
    }

    /// Signals are written as the system writes them.
    static String word(Enum<?> key) {
        boolean signal = key instanceof Tally.Sent && key != Tally.Sent.OTHER;
        return signal ? key.name() : key.name().toLowerCase(Locale.ROOT);
    }
}
