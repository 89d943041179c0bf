package dev.sentinel.view.web;

import dev.sentinel.view.web.Deadlines.Deadline;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/// One client: request, answer, and so on until one of both has enough. Every wait for it has a
/// deadline, and closing its socket ends each of them.
final class Conversation {

    /// From the connection to the end of the first request, with TLS and all; later from the first
    /// byte of a request to its last.
    private static final Duration REQUEST = Duration.ofSeconds(5);

    /// For an answer to be taken.
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /// From an answer to the next request. Scrapers come every few seconds.
    private static final Duration IDLE = Duration.ofSeconds(30);

    /// A client that still sends what nobody reads would not see the answer if the socket were
    /// closed at once: the kernel then throws away what was not delivered.
    private static final Duration LINGER = Duration.ofSeconds(1);

    private static final int MOST_LINGERING_BYTES = 256 << 10;
    private static final int BUFFER = 4096;

    /// What all conversations share.
    record Shared(Desk desk, Access access, Room room, Deadlines deadlines) {}

    private final Socket client;
    private final Shared shared;
    private final Visitor visitor;

    Conversation(Socket client, Shared shared) {
        this.client = client;
        this.shared = shared;
        this.visitor = shared.access().visitor(client.getInetAddress());
    }

    /// Until it is over.
    void run() {
        try {
            Deadline first = within(REQUEST);
            client.setTcpNoDelay(true);
            Socket channel = shared.access().secured(client);
            var in = new BufferedInputStream(channel.getInputStream(), BUFFER);
            var out = new BufferedOutputStream(channel.getOutputStream(), BUFFER);
            boolean heardOut = talk(first, channel, in, out);
            if (!heardOut) {
                linger(channel, in);
            }
            try (Deadline _ = within(ANSWER)) {
                channel.close();
            }
        } catch (IOException | RuntimeException gone) {
            // By itself or by a deadline; or its TLS was none. There is nobody left to be told.
        }
    }

    /// Answers what it asks.
    ///
    /// @return whether it had said all it wanted to
    private boolean talk(Deadline first, Socket channel, InputStream in, OutputStream out)
            throws IOException {
        var requests = new RequestReader(in);
        try {
            Optional<Asked> asked = next(first, requests);
            while (asked.isPresent()) {
                boolean more = answer(asked.get(), channel, out);
                if (!more) {
                    return !asked.get().hasBody();
                }
                shared.room().fellSilent(client);
                awaitMore(in);
                asked = next(within(REQUEST), requests);
            }
            return true;
        } catch (Refused refused) {
            shared.room().spoke(client);
            try (Deadline _ = within(ANSWER)) {
                shared.desk().writer().refuse(refused.answer(), out);
            }
            return false;
        }
    }

    private static Optional<Asked> next(Deadline deadline, RequestReader requests)
            throws IOException {
        try (deadline) {
            return requests.next();
        }
    }

    /// Answers once.
    ///
    /// @return whether it may ask again
    private boolean answer(Asked asked, Socket channel, OutputStream out) throws IOException {
        shared.room().spoke(client);
        return switch (shared.desk().find(asked, visitor)) {
            case Route.Whole(var answer) -> {
                Answer found = shared.desk().answer(answer, asked);
                try (Deadline _ = within(ANSWER)) {
                    shared.desk().writer().write(found, asked, out);
                }
                yield asked.keepsAlive();
            }
            case Route.Stream(var feed) -> {
                new EventStream(feed, shared.desk(), channel, () -> within(ANSWER)).run(asked, out);
                yield false;
            }
        };
    }

    private void awaitMore(InputStream in) throws IOException {
        try (Deadline _ = within(IDLE)) {
            in.mark(1);
            var _ = in.read();
            in.reset();
        }
    }

    private void linger(Socket channel, InputStream in) throws IOException {
        try (Deadline _ = within(LINGER)) {
            channel.shutdownOutput();
            byte[] unread = new byte[BUFFER];
            int bytes = 0;
            for (int more = 0; more >= 0 && bytes < MOST_LINGERING_BYTES; bytes += more) {
                more = in.read(unread);
            }
        }
    }

    private Deadline within(Duration time) {
        return shared.deadlines().after(time, client);
    }
}
