package dev.sentinel.view.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.sentinel.view.Page;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// The one HTTP server: fixed paths, GET and HEAD, nothing that changes state.
///
/// The JDK's server reads a request on its executor's thread, so a client that says nothing holds
/// that thread. Hence a virtual thread for each connection, a bound on connections, and a bound on
/// the time a request may take: together they leave a scraper unharmed by a crowd of silent
/// clients.
public final class WebServer implements AutoCloseable {

    private static final int BACKLOG = 64;

    /// The server reads these once, when its class is loaded. Its time limit counts seconds,
    /// whatever its documentation says.
    private static final Map<String, String> BOUNDS =
            Map.of(
                    "sun.net.httpserver.maxReqTime", "5",
                    "sun.net.httpserver.maxIdleConnections", "8",
                    "sun.net.httpserver.idleInterval", "10",
                    "sun.net.httpserver.maxReqHeaders", "50",
                    "sun.net.httpserver.maxReqHeaderSize", "16384",
                    "sun.net.httpserver.nodelay", "true");

    private static final Page NOT_FOUND = plain("not found\n");
    private static final Page NOT_ALLOWED = plain("only GET and HEAD are answered here\n");
    private static final Page BROKEN = plain("internal error\n");

    private final HttpServer server;
    private final Map<String, Function<@Nullable String, Page>> pages;

    /// Begins to answer.
    ///
    /// @param pages path → the page, given the Accept header
    /// @param connections how many there may be at a time
    /// @throws IOException when the port cannot be had
    public WebServer(
            InetSocketAddress address,
            Map<String, Function<@Nullable String, Page>> pages,
            int connections)
            throws IOException {
        BOUNDS.forEach(System::setProperty);
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(connections));
        this.pages = Map.copyOf(pages);
        this.server = HttpServer.create(address, BACKLOG);
        server.setExecutor(boundedThreads(connections));
        server.createContext("/", this::handle);
        server.start();
    }

    /// A page of plain text.
    public static Page plain(String text) {
        return new Page("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /// The port in use; differs from the one asked for when that was 0.
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private static Executor boundedThreads(int most) {
        Semaphore free = new Semaphore(most);
        return task -> {
            // The dispatcher may not wait; a task it cannot place closes its connection.
            if (!free.tryAcquire()) {
                throw new java.util.concurrent.RejectedExecutionException("too many requests");
            }
            Thread.ofVirtual()
                    .name("web")
                    .start(() -> {
                        try {
                            task.run();
                        } finally {
                            free.release();
                        }
                    });
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                answer(exchange, 405, NOT_ALLOWED);
                return;
            }
            var page = pages.get(exchange.getRequestURI().getPath());
            if (page == null) {
                answer(exchange, 404, NOT_FOUND);
                return;
            }
            answerWith(exchange, page);
        }
    }

    private static void answerWith(HttpExchange exchange, Function<@Nullable String, Page> page)
            throws IOException {
        Page answer;
        try {
            answer = page.apply(exchange.getRequestHeaders().getFirst("Accept"));
        } catch (RuntimeException fault) {
            // What went wrong is nobody's business on the network.
            answer(exchange, 500, BROKEN);
            return;
        }
        answer(exchange, 200, answer);
    }

    private static void answer(HttpExchange exchange, int status, Page page) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", page.contentType());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        // For HEAD the length is told and no body follows; -1 means "no body".
        if (head) {
            exchange.getResponseHeaders()
                    .set("Content-Length", Integer.toString(page.body().length));
        }
        exchange.sendResponseHeaders(status, head ? -1 : page.body().length);
        if (!head) {
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(page.body());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
