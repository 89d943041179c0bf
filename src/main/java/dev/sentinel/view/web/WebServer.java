package dev.sentinel.view.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The one HTTP server: fixed paths, GET and HEAD, nothing that changes state.
///
/// A virtual thread for each client, which may wait for that client alone, and never longer than a
/// deadline; one more thread lets them in. What they may take together is bounded: how many there
/// are, how many bytes are on their way, how many follow a stream.
///
/// It is not the JDK's own, which with TLS looks up every client's name before it answers, and says
/// good-bye to clients on the thread that serves all others, waiting for them to read it.
public final class WebServer implements AutoCloseable {

    private static final int BACKLOG = 64;

    /// A handshake takes a hundred times the memory of a request.
    private static final int MOST_WITH_TLS = 48;

    private static final long AFTER_A_FAILED_ACCEPT_MILLIS = 200;

    /// What is served, and to whom.
    ///
    /// @param routes by path
    /// @param connections how many there may be at a time
    /// @param clock what a calendar says
    public record Site(
            Map<String, Route> routes, Access access, int connections, Supplier<Instant> clock) {

        public Site {
            routes = Map.copyOf(routes);
        }
    }

    private final ServerSocket door = new ServerSocket();
    private final Room room;
    private final Semaphore threads;
    private final Deadlines deadlines = new Deadlines();
    private final Conversation.Shared shared;
    private final CountDownLatch closing = new CountDownLatch(1);

    /// Begins to answer.
    ///
    /// @param address where; its name as it was asked for is one that clients may use
    /// @throws IOException when the port cannot be had
    public WebServer(InetSocketAddress address, Site site) throws IOException {
        try {
            door.bind(address, BACKLOG);
        } catch (IOException taken) {
            door.close();
            throw taken;
        }
        Access access = site.access();
        int most =
                access.isSecure()
                        ? Math.min(site.connections(), MOST_WITH_TLS)
                        : site.connections();
        this.room = new Room(most);
        // Those who had to give way may still be on their way out.
        this.threads = new Semaphore(2 * most);
        Desk desk =
                new Desk(
                        site.routes(),
                        new Hosts(address, access.isSecure()),
                        new AnswerWriter(access.fields(), site.clock()));
        this.shared = new Conversation.Shared(desk, access, room, deadlines);
        Thread.ofPlatform().name("web").daemon().start(this::letIn);
    }

    /// The address in use; its port differs from the one asked for when that was 0.
    public InetSocketAddress address() {
        return (InetSocketAddress) door.getLocalSocketAddress();
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                threads.acquire();
                serve(door.accept());
            } catch (IOException failed) {
                threads.release();
                waitForDescriptors();
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    /// Most likely none is left, so that accepting again at once would fail again.
    private void waitForDescriptors() {
        var _ = room.dropLongestSilent();
        try {
            var _ = closing.await(AFTER_A_FAILED_ACCEPT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket client) {
        if (!room.enter(client)) {
            Deadlines.shut(client);
            threads.release();
            return;
        }
        Thread.ofVirtual()
                .name("web-client")
                .start(() -> {
                    try {
                        new Conversation(client, shared).run();
                    } finally {
                        room.leave(client);
                        Deadlines.shut(client);
                        threads.release();
                    }
                });
    }

    /// Shuts the door, and everybody out.
    @Override
    public void close() {
        closing.countDown();
        try {
            door.close();
        } catch (IOException shutAlready) {
            // Nobody comes in either way.
        }
        shared.desk().close();
        room.empty();
        deadlines.close();
        shared.access().close();
    }
}
