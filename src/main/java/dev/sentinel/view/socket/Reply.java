package dev.sentinel.view.socket;

import dev.sentinel.model.Snapshot;

import java.util.Optional;
import java.util.function.Function;

/// How a client is answered. All text ends with a newline.
sealed interface Reply {

    /// Known at once.
    record Now(String text) implements Reply {}

    /// Known when a later snapshot says so: the answer to `stop` is that it has stopped.
    record Later(Function<Snapshot, Optional<String>> text) implements Reply {}

    /// One piece after the other, until the client goes.
    record Open(Feed feed) implements Reply {}
}
