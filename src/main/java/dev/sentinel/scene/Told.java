package dev.sentinel.scene;

import dev.sentinel.model.Event;
import dev.sentinel.model.EventLog;
import dev.sentinel.view.Sentences;

import java.time.Duration;
import java.util.List;

/// Something that has happened, as it is told.
///
/// @param up how long Sentinel had been up
/// @param word its kind, one of a fixed set
/// @param text a sentence
public record Told(long number, Duration up, String target, String word, String text) {

    /// The last so many events, oldest first.
    static List<Told> last(EventLog log, int most) {
        return log.after(log.lastNumber() - most).stream().map(event -> of(event, log)).toList();
    }

    private static Told of(Event event, EventLog log) {
        return new Told(
                event.number(),
                Duration.between(log.begun(), event.at()),
                event.target(),
                event.what().word(),
                Sentences.of(event.what()));
    }
}
