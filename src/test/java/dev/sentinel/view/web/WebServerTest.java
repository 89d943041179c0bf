package dev.sentinel.view.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.view.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// The server in this process, asked byte by byte.
class WebServerTest {

    private static final int ROOM = 4;
    private static final String LARGE = "sentinel ".repeat(1000);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private WebServer server;

    @BeforeEach
    void open() throws IOException {
        Page large = Page.plain(LARGE);
        Map<String, Route> routes = new HashMap<>();
        routes.put("/small", Route.page(() -> Page.plain("small\n")));
        routes.put("/large", Route.page(() -> large));
        routes.put(
                "/broken",
                new Route.Whole(_ -> {
                    throw new IllegalStateException("a secret");
                }));
        routes.put("/events", new Route.Stream(WebServerTest::told));
        var site = new WebServer.Site(routes, Access.OPEN, ROOM, () -> NOW);
        server = new WebServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), site);
    }

    /// Two events, the second for those who know the first.
    private static List<Feed.Told> told(Optional<String> last) {
        var first = new Feed.Told("x-1", "one");
        var second = new Feed.Told("x-2", "two");
        if (last.isEmpty()) {
            return List.of(first, second);
        }
        return last.get().equals("x-1") ? List.of(second) : List.of();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Socket connected() throws IOException {
        var client = new Socket(server.address().getAddress(), server.address().getPort());
        client.setSoTimeout(10_000);
        return client;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String all(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static String until(Socket client, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = client.getInputStream().read();
            assertTrue(next >= 0, () -> "the end came after " + text);
            text.append((char) next);
        }
        return text.toString();
    }

    /// One request and all that comes back.
    private String ask(String method, String path, String... fields) throws IOException {
        try (Socket client = connected()) {
            String more = String.join("", fields);
            send(
                    client,
                    "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n"
                            .formatted(method, path, more));
            return all(client);
        }
    }

    private static String bodyOf(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void a_page_comes_with_all_that_keeps_it_harmless() throws IOException {
        assertEquals(
                """
                HTTP/1.1 200 OK
                Cache-Control: no-store
                Connection: close
                Content-Length: 6
                Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
                Content-Type: text/plain; charset=utf-8
                Date: Fri, 2 Jan 2026 03:04:05 GMT
                Referrer-Policy: no-referrer
                X-Content-Type-Options: nosniff
                """,
                sorted(ask("GET", "/small")));
    }

    private static String sorted(String answer) {
        List<String> lines =
                new ArrayList<>(answer.lines().takeWhile(line -> !line.isEmpty()).toList());
        lines.subList(1, lines.size()).sort(null);
        return String.join("\n", lines) + "\n";
    }

    @Test
    void a_head_is_that_of_the_page_and_no_body_follows() throws IOException {
        for (String path : List.of("/small", "/large", "/nothing", "/broken", "/events")) {
            String head = ask("HEAD", path, "Accept-Encoding: gzip\r\n");
            assertEquals("", bodyOf(head), head);
        }
        assertTrue(ask("HEAD", "/small").contains("Content-Length: 6\r\n"));
    }

    @Test
    void what_is_large_is_compressed_for_those_who_want_it() throws IOException {
        String zipped = ask("GET", "/large", "Accept-Encoding: gzip\r\n");
        assertTrue(zipped.contains("Content-Encoding: gzip\r\n"), zipped);
        byte[] body = bodyOf(zipped).getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(
                LARGE.getBytes(StandardCharsets.UTF_8),
                new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes());
        assertEquals(LARGE, bodyOf(ask("GET", "/large")));
        assertEquals(LARGE, bodyOf(ask("GET", "/large", "Accept-Encoding: gzip;q=0\r\n")));
        assertEquals("small\n", bodyOf(ask("GET", "/small", "Accept-Encoding: gzip\r\n")));
    }

    @Test
    void what_is_wrong_is_said_in_a_sentence() throws IOException {
        assertEquals("there is nothing here\n", bodyOf(ask("GET", "/nothing?x=y")));
        String post = ask("POST", "/small", "Content-Length: 1\r\n");
        assertTrue(post.startsWith("HTTP/1.1 405 Method Not Allowed\r\n"), post);
        assertTrue(post.contains("Allow: GET, HEAD\r\n"), post);
        String broken = ask("GET", "/broken");
        assertTrue(broken.startsWith("HTTP/1.1 500 Internal Server Error\r\n"), broken);
        assertEquals("internal error\n", bodyOf(broken));
        assertTrue(ask("GET", "/ /x").contains("nosniff"));
    }

    @Test
    void several_requests_may_come_at_once() throws IOException {
        try (Socket client = connected()) {
            send(client, "GET /small HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(2));
            send(client, "GET /nothing HTTP/1.0\r\n\r\n");
            String answers = all(client);
            assertEquals(2, answers.split("\r\n\r\nsmall\n", -1).length - 1, answers);
            assertTrue(answers.endsWith("there is nothing here\n"), answers);
        }
    }

    @Test
    void who_has_been_silent_longest_gives_way() throws IOException {
        List<Socket> silent = new ArrayList<>();
        for (int client = 0; client < 3 * ROOM; client++) {
            silent.add(connected());
        }
        assertTrue(ask("GET", "/small").endsWith("small\n"));
        assertEquals(-1, silent.getFirst().getInputStream().read());
        for (Socket client : silent) {
            client.close();
        }
    }

    @Test
    void events_are_told_from_where_the_client_left_off() throws IOException {
        try (Socket client = connected()) {
            send(client, "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
            String told = until(client, "data: two\n\n");
            assertTrue(told.contains("Content-Type: text/event-stream\r\n"), told);
            assertEquals(
                    "retry: 1000\n\nid: x-1\ndata: one\n\nid: x-2\ndata: two\n\n", bodyOf(told));
            server.close();
            assertEquals("", all(client));
        }
    }

    @Test
    void who_comes_back_is_told_the_rest() throws IOException {
        try (Socket client = connected()) {
            send(client, "GET /events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: x-1\r\n\r\n");
            assertFalse(until(client, "data: two\n\n").contains("data: one"));
        }
    }
}
