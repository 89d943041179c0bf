package dev.sentinel.view.web;

import dev.sentinel.view.Page;

import java.util.function.Function;
import java.util.function.Supplier;

/// What is found at a path.
public sealed interface Route {

    /// Something whole.
    ///
    /// @param answer must not wait
    record Whole(Function<Asked, Answer> answer) implements Route {}

    /// Something that goes on (text/event-stream).
    record Stream(Feed feed) implements Route {}

    /// A page that is the same for all.
    static Route page(Supplier<Page> page) {
        return new Whole(_ -> Answer.ok(page.get()));
    }
}
