package dev.sentinel.view.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Who gets what.
final class Desk {

    private static final int MOST_STREAMS = 16;

    /// Streams look at what there is to tell more often than that.
    private static final long LAST_WORDS_MILLIS = 500;

    private final Map<String, Route> routes;
    private final Hosts hosts;
    private final AnswerWriter writer;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private volatile boolean closing;

    Desk(Map<String, Route> routes, Hosts hosts, AnswerWriter writer) {
        this.routes = routes;
        this.hosts = hosts;
        this.writer = writer;
    }

    AnswerWriter writer() {
        return writer;
    }

    /// Takes one of the places for streams.
    ///
    /// @return false when there is none
    boolean beginStream() {
        return streams.tryAcquire();
    }

    void endStream() {
        streams.release();
    }

    /// Whether what is told now is the last.
    boolean isClosing() {
        return closing;
    }

    /// Has the streams end, and waits for that.
    void close() {
        closing = true;
        try {
            var _ = streams.tryAcquire(MOST_STREAMS, LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is at that path for that visitor; a refusal is a page as well.
    Route find(Asked asked, Visitor visitor) {
        Optional<Answer> refusal = hosts.refusal(asked).or(() -> visitor.refusal(asked));
        if (refusal.isPresent()) {
            return always(refusal.get());
        }
        if (!asked.isReading()) {
            return always(
                    Answer.sorry(
                            405,
                            "only GET and HEAD are answered here",
                            Map.of("Allow", "GET, HEAD")));
        }
        Route route = routes.get(asked.path());
        return route == null ? always(Answer.sorry(404, "there is nothing here")) : route;
    }

    private static Route always(Answer answer) {
        return new Route.Whole(_ -> answer);
    }

    /// Makes the answer. What goes wrong with that is nobody's business on the network.
    Answer answer(Function<Asked, Answer> page, Asked asked) {
        try {
            return page.apply(asked);
        } catch (RuntimeException fault) {
            return Answer.sorry(500, "internal error");
        }
    }
}
