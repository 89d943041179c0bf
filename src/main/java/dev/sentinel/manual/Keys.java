package dev.sentinel.manual;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keys of the live table that do the same.
///
/// @param presses with a comma between two: `q, F10`
/// @param text what they do
public record Keys(String presses, String text) {

    String tag() {
        return Stream.of(presses.split(", ", -1)).map(Roff::bold).collect(Collectors.joining(", "));
    }
}
