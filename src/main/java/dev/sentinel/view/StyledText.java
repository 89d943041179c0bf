package dev.sentinel.view;

import java.util.List;
import java.util.stream.Collectors;

/// One line of harmless text and how it looks: it holds no control character.
///
/// @param runs left to right; none is empty, and neighbours look different
public record StyledText(List<Run> runs) {

    /// Characters that look alike.
    public record Run(String text, Style style) {}

    public StyledText {
        runs = List.copyOf(runs);
    }

    /// Without its looks.
    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
