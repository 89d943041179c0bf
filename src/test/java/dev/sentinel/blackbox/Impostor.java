package dev.sentinel.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/// Serves Sentinel's page and answers it what a Sentinel would never say.
final class Impostor implements AutoCloseable {

    private static final Path PAGE = Path.of("src/main/resources/dev/sentinel/view/web");
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "js", "text/javascript", "css", "text/css");

    private static final Map<String, String> ANSWERS =
            Map.of(
                    "/api/status",
                    """
                    {"at": "2026-11-21T10:00:01Z", "sentinel": {"version": "EVIL", "pid": 1},
                     "targets": [{"name": "EVIL", "state": "EVIL", "held_by": "EVIL"}]}
                    """,
                    "/api/history",
                    """
                    {"at": 1795255201.5, "targets": [{"name": "EVIL", "points": [[1795255200, 1]]}]}
                    """,
                    "/api/events",
                    """
                    id: EVIL-1
                    data: {"number": 1, "at": "2026-11-21T10:00:00Z", "target": "EVIL", "event": "EVIL", "text": "EVIL"}

                    """);

    private final HttpServer server;
    private final Map<String, String> answers;

    private Impostor(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /// @param text wherever Sentinel says something of others
    static Impostor saying(String text) throws IOException {
        Map<String, String> answers = new HashMap<>(ANSWERS);
        answers.replaceAll((_, answer) -> answer.replace("EVIL", text));
        return new Impostor(answers);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String name = path.equals("/") ? "index.html" : path.replaceFirst("^/web/", "");
            String kind = name.substring(name.lastIndexOf('.') + 1);
            String type = path.endsWith("events") ? "text/event-stream" : "application/json";
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(kind, type));
            String told = answers.get(path);
            byte[] body =
                    told == null ? Files.readAllBytes(PAGE.resolve(name)) : told.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
