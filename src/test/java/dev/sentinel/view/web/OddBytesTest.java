package dev.sentinel.view.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.view.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/// The server in this process, sent what no client should send.
class OddBytesTest {

    private WebServer server;

    @BeforeEach
    void open() throws IOException {
        var site =
                new WebServer.Site(
                        Map.of("/small", Route.page(() -> Page.plain("small\n"))),
                        Access.OPEN,
                        4,
                        () -> Instant.EPOCH);
        server = new WebServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), site);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String answerTo(byte[] bytes) throws IOException {
        try (var client = new Socket(server.address().getAddress(), server.address().getPort())) {
            client.setSoTimeout(10_000);
            client.getOutputStream().write(bytes);
            client.shutdownOutput();
            byte[] answer = client.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.ISO_8859_1);
        }
    }

    /// Bytes of all kinds, whole requests with a few of them changed, and pieces of those.
    @Test
    void no_bytes_do_it_any_harm() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("OddBytesTest: seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 1500; round++) {
            try {
                String answer = answerTo(odd(random));
                assertTrue(
                        answer.isEmpty() || answer.matches("(?s)HTTP/1\\.1 (200|[45]\\d\\d) .*"),
                        () -> "seed " + seed + ": " + answer);
                assertFalse(answer.contains("\tat "), () -> "seed " + seed + ": " + answer);
            } catch (SocketException reset) {
                // It may have had enough before everything was sent.
            }
        }
        assertTrue(
                answerTo("GET /small HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                        .endsWith("small\n"));
    }

    private static byte[] odd(Random random) {
        byte[] bytes =
                "GET /small?a=b HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nContent-Length: 0\r\n\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        if (random.nextInt(4) == 0) {
            bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            return bytes;
        }
        for (int change = random.nextInt(6); change > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
}
