package dev.sentinel.view.metrics;

import dev.sentinel.view.Printable;

import java.util.List;
import java.util.stream.Stream;

/// Label names with their values; the values harmless.
record Labels(List<String> names, List<String> values) {

    static final Labels NONE = new Labels(List.of(), List.of());

    static Labels of(String name, String value) {
        return NONE.and(name, value);
    }

    Labels and(String name, String value) {
        return new Labels(plus(names, name), plus(values, Printable.text(value)));
    }

    private static List<String> plus(List<String> list, String more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
