package dev.sentinel.blackbox;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Somebody who is told of alerts: an HTTP server that says "ok" to every POST, as Slack does, and
/// keeps it.
final class Receiver implements AutoCloseable {

    /// What was sent, and what the sender showed for a pass.
    record Told(String path, String authorization, JsonObject body) {}

    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver open() throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Receiver receiver = new Receiver(HttpServer.create(any, 0));
        receiver.server.createContext("/", receiver::take);
        receiver.server.start();
        return receiver;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String pass = exchange.getRequestHeaders().getFirst("Authorization");
            told.add(
                    new Told(
                            exchange.getRequestURI().getPath(),
                            pass == null ? "" : pass,
                            JsonParser.object().from(body)));
            byte[] answer = "ok".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (JsonParserException e) {
            throw new IOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Waits until it has been told that.
    Told await(String what, Predicate<Told> such) throws Exception {
        List<Told> all =
                Eventually.get(
                        Prometheus.SOON,
                        what,
                        () -> List.copyOf(told),
                        list -> list.stream().anyMatch(such));
        return all.stream().filter(such).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
