package dev.sentinel.view.terminal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One line of the screen.
///
/// @param spans left to right
record Line(List<Span> spans) {

    record Span(String text, Tone tone) {}

    static final Line EMPTY = new Line(List.of());

    static Line of(String text, Tone tone) {
        return new Line(List.of(new Span(text, tone)));
    }

    Line then(String text, Tone tone) {
        return new Line(Stream.concat(spans.stream(), Stream.of(new Span(text, tone))).toList());
    }

    String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
