package dev.sentinel.view.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks servers of all manners over real sockets.
class CommandClientTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir Path directory;
    private Path path;
    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException {
        path = directory.resolve("sentinel.socket");
        server = listen(path);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private static ServerSocketChannel listen(Path at) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return server.bind(UnixDomainSocketAddress.of(at));
    }

    /// What a server does with its one client.
    private interface Manner {
        void with(SocketChannel client) throws IOException;
    }

    private CommandClient client(Manner manner) {
        Thread.ofVirtual()
                .start(() -> {
                    try (SocketChannel client = server.accept()) {
                        manner.with(client);
                    } catch (IOException clientLeft) {
                        // As it may.
                    }
                });
        return new CommandClient(path);
    }

    private static String hear(SocketChannel client) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(100);
        client.read(line);
        return UTF_8.decode(line.flip()).toString();
    }

    private static void hearToTheEnd(SocketChannel client) throws IOException {
        while (!hear(client).isEmpty()) {}
    }

    private static void say(SocketChannel client, String text) throws IOException {
        ByteBuffer bytes = UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    private static NotAnswered refused(CommandClient client, Duration patience) {
        return assertThrows(NotAnswered.class, () -> client.ask("status", patience));
    }

    private static void assertSays(NotAnswered.Why why, String sentence, NotAnswered said) {
        assertEquals(sentence, said.sentence());
        assertEquals(why, said.why());
    }

    @Test
    void a_question_is_a_line_and_the_reply_all_that_comes() throws Exception {
        CommandClient client =
                client(channel -> {
                    String line = hear(channel);
                    say(channel, "<" + line);
                    say(channel, "größer\n");
                });
        assertEquals("<status\ngrößer\n", client.ask("status", LONG));
    }

    @Test
    void who_closes_without_a_word_has_sent_us_away() {
        assertSays(
                NotAnswered.Why.REFUSED,
                "whoever listens at %s has closed the connection without an answer; a Sentinel takes"
                                .formatted(path)
                        + " commands from its own user and root only, and none while it ends",
                refused(client(_ -> {}), LONG));
    }

    @Test
    void who_says_nothing_is_not_waited_for() {
        assertSays(
                NotAnswered.Why.TIMED_OUT,
                "whoever listens at %s has not answered within 50 ms; look whether that Sentinel is stopped or"
                                .formatted(path)
                        + " the machine is very busy",
                refused(client(CommandClientTest::hearToTheEnd), SHORT));
    }

    @Test
    void nor_is_who_never_accepts() throws IOException {
        List<SocketChannel> waiting = new ArrayList<>();
        try {
            fillQueue(waiting);
            assertEquals(NotAnswered.Why.TIMED_OUT, refused(new CommandClient(path), SHORT).why());
        } finally {
            for (SocketChannel one : waiting) {
                one.close();
            }
        }
    }

    private void fillQueue(List<SocketChannel> waiting) throws IOException {
        for (boolean room = true; room; ) {
            SocketChannel one = SocketChannel.open(StandardProtocolFamily.UNIX);
            waiting.add(one);
            one.configureBlocking(false);
            try {
                room = one.connect(UnixDomainSocketAddress.of(path));
            } catch (SocketException full) {
                room = false;
            }
        }
    }

    @Test
    void a_reply_without_end_is_cut_off() {
        CommandClient client =
                client(channel -> {
                    while (channel.isOpen()) {
                        say(channel, "x".repeat(1 << 16));
                    }
                });
        assertSays(
                NotAnswered.Why.REFUSED,
                "what listens at %s is no Sentinel of this kind: it says more than any Sentinel does; name"
                                .formatted(path)
                        + " another with --socket PATH",
                refused(client, LONG));
    }

    @Test
    void lines_are_read_as_they_come_until_enough() throws Exception {
        CommandClient client =
                client(channel -> {
                    hear(channel);
                    say(channel, "a\nb");
                    say(channel, "b\n\nc\nd\n");
                    hear(channel);
                });
        List<String> lines = new ArrayList<>();
        client.follow("events", LONG, line -> lines.add(line) && !line.equals("c"));
        assertEquals(List.of("a", "bb", "", "c"), lines);
    }

    @Test
    void a_line_without_end_comes_in_pieces() throws Exception {
        CommandClient client =
                client(channel -> {
                    hear(channel);
                    say(channel, "x".repeat(2_000_000));
                });
        List<Integer> lengths = new ArrayList<>();
        client.follow("events", LONG, line -> lengths.add(line.length()));
        assertEquals(2_000_000, lengths.stream().mapToInt(Integer::intValue).sum());
        assertTrue(lengths.getFirst() < 600_000, lengths.toString());
    }

    @Test
    void an_interrupt_ends_following() throws Exception {
        CommandClient client =
                client(channel -> {
                    say(channel, "a\n");
                    hearToTheEnd(channel);
                });
        Thread follower = Thread.currentThread();
        client.follow(
                "events",
                LONG,
                _ -> {
                    follower.interrupt();
                    return true;
                });
        assertTrue(Thread.interrupted());
    }
}
