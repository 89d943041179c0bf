package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonParser;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What happens, followed with the real curl.
@SideBySide
class EventStreamIT {

    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final long MORE_THAN_THE_KERNEL_HOLDS = 64 << 20;

    @BeforeAll
    static void needs_curl() {
        Needs.tools("curl", "nc");
    }

    private static Program follow(Guard guard, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("curl", "-sN", "-i"));
        words.addAll(List.of(more));
        words.add(guard.url() + "/api/events");
        return Program.start(Map.of(), words);
    }

    private static void await(Program stream, String text) throws Exception {
        var _ = Eventually.get(SILENCE, text, stream::out, told -> told.contains(text));
    }

    private static List<String> events(String told) throws Exception {
        List<String> events = new ArrayList<>();
        for (String line : told.lines().filter(line -> line.startsWith("data: ")).toList()) {
            events.add(JsonParser.object().from(line.substring(6)).getString("event"));
        }
        return events;
    }

    @Test
    void everything_is_told_and_the_end_too() throws Exception {
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning();
                Program stream = follow(guard)) {
            await(stream, "\"event\":\"started\"");
            assertTrue(stream.out().contains("Content-Type: text/event-stream"), stream.out());
            assertTrue(stream.out().contains("\r\n\r\nretry: 1000\n\nid: "), stream.out());
            guard.stop();
            assertEquals(0, stream.await(SILENCE).code());
            List<String> events = events(stream.out());
            assertEquals("started", events.getFirst());
            assertEquals("ended", events.getLast());
        }
    }

    @Test
    void who_comes_back_is_told_what_it_has_missed() throws Exception {
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning();
                Program first = follow(guard)) {
            await(first, "\"event\":\"started\"");
            Matcher id = Pattern.compile("id: (\\w+)-1\n").matcher(first.out());
            assertTrue(id.find(), first.out());
            try (Program second = follow(guard, "-H", "Last-Event-ID: " + id.group(1) + "-1");
                    Program third = follow(guard, "-H", "Last-Event-ID: another-1")) {
                await(second, "retry: 1000");
                await(third, "\"event\":\"started\"");
                guard.stop();
                assertEquals(0, second.await(SILENCE).code());
                assertTrue(!events(second.out()).contains("started"), second.out());
                assertEquals("ended", events(second.out()).getLast());
            }
        }
    }

    /// And meanwhile a client that never reads is cut off, which takes ten seconds.
    @Test
    void a_calm_stream_shows_that_it_lives_and_only_sixteen_may_follow() throws Exception {
        List<Program> streams = new ArrayList<>();
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning();
                Socket deaf = deaf(guard)) {
            for (int stream = 0; stream < 16; stream++) {
                streams.add(follow(guard));
            }
            for (Program stream : streams) {
                await(stream, "\"event\":\"started\"");
            }
            try (Program refused = follow(guard)) {
                assertTrue(refused.await(SILENCE).out().startsWith("HTTP/1.1 503 "));
            }
            streams.removeLast().close();
            try (Program next = follow(guard)) {
                await(next, "\"event\":\"started\"");
            }
            assertTrue(guard.scrape().contains("sentinel_target_up"));
            await(streams.getFirst(), "\n\n:\n\n");
            deaf.setSoTimeout(1000);
            assertTrue(isCut(deaf), "a client that does not read is still there");
        } finally {
            for (Program stream : streams) {
                stream.close();
            }
        }
    }

    /// It asks until nobody listens any more, for it reads no answer.
    private static Socket deaf(Guard guard) throws Exception {
        URI address = URI.create(guard.url());
        Socket socket = new Socket(address.getHost(), address.getPort());
        byte[] request =
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .repeat(20)
                        .getBytes(StandardCharsets.US_ASCII);
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (true) {
                            socket.getOutputStream().write(request);
                        }
                    } catch (IOException cut) {
                        // As it should be.
                    }
                });
        return socket;
    }

    /// What the kernel still holds for it comes to an end.
    private static boolean isCut(Socket socket) throws Exception {
        try {
            return socket.getInputStream().skip(MORE_THAN_THE_KERNEL_HOLDS)
                    < MORE_THAN_THE_KERNEL_HOLDS;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
