package dev.sentinel.view;

import dev.sentinel.model.Event;

import java.time.temporal.ChronoUnit;

/// An event as one line for people.
public final class EventText {

    private EventText() {}

    /// `2026-11-21T10:00:00.123Z leaker kill: sending SIGKILL to what is left after 3.00 s`.
    public static String of(Event event) {
        return "%s %s %s: %s"
                .formatted(
                        event.at().truncatedTo(ChronoUnit.MILLIS),
                        event.target(),
                        event.what().word(),
                        Printable.text(Sentences.of(event.what())));
    }
}
