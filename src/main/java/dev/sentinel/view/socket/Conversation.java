package dev.sentinel.view.socket;

import dev.sentinel.model.Snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// One client: a line in, a reply out, the end; or one piece after the other, as long as the client
/// takes them. It never waits; the server's thread calls it when the channel is ready or time has
/// passed.
final class Conversation {

    private static final int LONGEST_LINE = 4096;

    /// How long a client may take over its request, and over reading the reply.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private sealed interface Stage {
        /// The line so far.
        record Reading(ByteBuffer line) implements Stage {}

        /// For something to come true.
        record Waiting(Function<Snapshot, Optional<String>> text) implements Stage {}

        record Writing(ByteBuffer reply) implements Stage {}

        /// What comes next, and what of the last piece has not been taken yet.
        record Following(Feed feed, ByteBuffer piece) implements Stage {}

        record Over() implements Stage {}
    }

    private final ByteChannel channel;
    private final Function<String, Reply> answers;
    private Stage stage = new Stage.Reading(ByteBuffer.allocate(LONGEST_LINE));
    private Duration deadline;

    Conversation(ByteChannel channel, Function<String, Reply> answers, Duration now) {
        this.channel = channel;
        this.answers = answers;
        this.deadline = now.plus(PATIENCE);
    }

    /// What the selector is to wait for.
    int interest() {
        return switch (stage) {
            case Stage.Reading(_) -> SelectionKey.OP_READ;
            case Stage.Writing(_) -> SelectionKey.OP_WRITE;
            case Stage.Following(_, var piece) -> piece.hasRemaining() ? SelectionKey.OP_WRITE : 0;
            case Stage.Waiting(_), Stage.Over() -> 0;
        };
    }

    boolean over() {
        return stage instanceof Stage.Over;
    }

    boolean waiting() {
        return stage instanceof Stage.Waiting;
    }

    boolean following() {
        return stage instanceof Stage.Following;
    }

    boolean writing() {
        return stage instanceof Stage.Writing;
    }

    /// Bytes of its reply that the client has not taken yet.
    int pending() {
        return switch (stage) {
            case Stage.Writing(var reply) -> reply.remaining();
            case Stage.Following(_, var piece) -> piece.remaining();
            case Stage.Reading(_), Stage.Waiting(_), Stage.Over() -> 0;
        };
    }

    /// When its patience ends.
    Duration deadline() {
        return deadline;
    }

    /// Goes as far as it can without waiting.
    void proceed(Snapshot snapshot, Duration now) throws IOException {
        if (stage instanceof Stage.Reading(var line)) {
            read(line, now);
        }
        if (stage instanceof Stage.Waiting(var text)) {
            text.apply(snapshot).ifPresent(reply -> reply(reply, now));
        }
        if (stage instanceof Stage.Writing(var reply)) {
            channel.write(reply);
            if (!reply.hasRemaining()) {
                stage = new Stage.Over();
            }
        }
        if (stage instanceof Stage.Following(var feed, var piece)) {
            follow(feed, piece, snapshot, now);
        }
        if (!waiting() && now.compareTo(deadline) >= 0) {
            stage = new Stage.Over();
        }
    }

    /// Patience begins anew with each piece, and while there is none it does not run.
    private void follow(Feed feed, ByteBuffer last, Snapshot snapshot, Duration now)
            throws IOException {
        ByteBuffer piece = last;
        if (!piece.hasRemaining()) {
            piece = bytes(feed.next(snapshot));
            deadline = now.plus(PATIENCE);
            stage = new Stage.Following(feed, piece);
        }
        channel.write(piece);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(ByteBuffer line, Duration now) throws IOException {
        boolean endOfInput = channel.read(line) < 0;
        String text = StandardCharsets.UTF_8.decode(line.duplicate().flip()).toString();
        int newline = text.indexOf('\n');
        if (newline >= 0) {
            answer(text.substring(0, newline), now);
        } else if (endOfInput) {
            answer(text, now);
        } else if (!line.hasRemaining()) {
            reply(
                    "ERR too-long a request is one line of at most %d bytes\n"
                            .formatted(LONGEST_LINE),
                    now);
        }
    }

    private void answer(String line, Duration now) {
        switch (answers.apply(line)) {
            case Reply.Now(var text) -> reply(text, now);
            case Reply.Later(var text) -> stage = new Stage.Waiting(text);
            case Reply.Open(var feed) -> stage = new Stage.Following(feed, ByteBuffer.allocate(0));
        }
    }

    private void reply(String text, Duration now) {
        deadline = now.plus(PATIENCE);
        stage = new Stage.Writing(bytes(text));
    }
}
