package dev.sentinel.view.socket;

import dev.sentinel.model.Snapshot;

import java.util.Optional;
import java.util.function.Function;

/// What a client is told.
sealed interface Reply {

    /// Known at once; ends with a newline.
    record Now(String text) implements Reply {}

    /// Known when a later snapshot says so: the answer to `stop` is that it has stopped.
    record Later(Function<Snapshot, Optional<String>> text) implements Reply {}

    static Reply ok(String text) {
        return new Now(text.endsWith("\n") ? text : text + "\n");
    }

    /// A refusal.
    ///
    /// @param word one of a few fixed words, for programs
    static Reply error(String word, String text) {
        return new Now("ERR %s %s\n".formatted(word, text));
    }
}
