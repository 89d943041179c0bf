package dev.sentinel.view.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Where nobody answers.
class WhereaboutsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path directory;

    private Path path() {
        return directory.resolve("sentinel.socket");
    }

    private static ServerSocketChannel listen(Path at) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return server.bind(UnixDomainSocketAddress.of(at));
    }

    private static String said(Path path) {
        NotAnswered said =
                assertThrows(NotAnswered.class, () -> new CommandClient(path).ask("status", LONG));
        assertEquals(NotAnswered.Why.NO_SERVER, said.why());
        return said.sentence();
    }

    @Test
    void where_there_is_nothing_that_is_said() {
        assertEquals(
                "there is no socket at %s; start a Sentinel, or tell where one listens with --socket PATH"
                        .formatted(path()),
                said(path()));
    }

    @Test
    void a_left_over_socket_is_told_from_none() throws IOException {
        listen(path()).close();
        assertEquals(
                "nobody listens at %s any more; start a Sentinel, or tell where one listens with --socket PATH"
                        .formatted(path()),
                said(path()));
    }

    @Test
    void a_file_is_no_socket() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertTrue(said(file).startsWith(file + " is not a socket; "));
    }

    @Test
    void a_path_too_long_for_a_socket_is_one_without() {
        Path path = directory.resolve("x".repeat(120));
        assertTrue(said(path).startsWith("there is no socket at " + path));
    }

    @Test
    void another_sentinel_beside_the_usual_path_is_named() throws IOException {
        Files.writeString(directory.resolve("sentinel-1.socket"), "");
        listen(directory.resolve("sentinel-2.socket")).close();
        Path other = directory.resolve("sentinel-3.socket");
        try (ServerSocketChannel _ = listen(other)) {
            assertEquals(
                    "there is no socket at %s; a Sentinel listens at another path: --socket %s"
                            .formatted(path(), other),
                    said(path()));
            assertFalse(said(directory.resolve("mine")).contains(other.toString()));
        }
    }
}
