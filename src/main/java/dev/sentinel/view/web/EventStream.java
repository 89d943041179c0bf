package dev.sentinel.view.web;

import dev.sentinel.view.web.Deadlines.Deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Tells one client what happens, as long as it listens (server-sent events, in the HTML standard).
///
/// It waits for the client to say something, which it has no reason to, and looks in between
/// whether there is anything to tell: so it notices at once that the client has gone. When the
/// server closes, what has happened until then is told.
final class EventStream {

    private static final int LOOK_AGAIN_MILLIS = 250;

    /// Fifteen seconds.
    private static final int LOOKS_UNTIL_A_COMMENT = 60;

    /// A client that lost its connection comes back after a second.
    private static final String BEGINNING = "retry: 1000\n\n";

    private static final String COMMENT = ":\n\n";

    private final Feed feed;
    private final Desk desk;
    private final Socket channel;
    private final Supplier<Deadline> deadline;

    EventStream(Feed feed, Desk desk, Socket channel, Supplier<Deadline> deadline) {
        this.feed = feed;
        this.desk = desk;
        this.channel = channel;
        this.deadline = deadline;
    }

    /// Until the client has gone.
    void run(Asked asked, OutputStream out) throws IOException {
        if (!desk.beginStream()) {
            try (Deadline _ = deadline.get()) {
                Answer full = Answer.sorry(503, "as many follow the events as can; ask again");
                desk.writer().write(full, asked, out);
            }
            return;
        }
        try {
            try (Deadline _ = deadline.get()) {
                desk.writer().begin("text/event-stream", out);
            }
            if (!asked.isHead()) {
                tell(asked.field("last-event-id"), out);
            }
        } finally {
            desk.endStream();
        }
    }

    private void tell(Optional<String> begin, OutputStream out) throws IOException {
        write(BEGINNING, out);
        Optional<String> last = begin;
        int quiet = 0;
        boolean end;
        do {
            end = desk.isClosing();
            List<Feed.Told> news = feed.after(last);
            for (Feed.Told told : news) {
                write("id: %s\ndata: %s\n\n".formatted(told.id(), told.data()), out);
                last = Optional.of(told.id());
            }
            quiet = news.isEmpty() ? quiet + 1 : 0;
            if (quiet == LOOKS_UNTIL_A_COMMENT) {
                write(COMMENT, out);
                quiet = 0;
            }
        } while (!end && isListening());
    }

    private void write(String text, OutputStream out) throws IOException {
        try (Deadline _ = deadline.get()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    /// Whoever talks does not listen.
    private boolean isListening() throws IOException {
        channel.setSoTimeout(LOOK_AGAIN_MILLIS);
        InputStream in = channel.getInputStream();
        try {
            var _ = in.read();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }
}
