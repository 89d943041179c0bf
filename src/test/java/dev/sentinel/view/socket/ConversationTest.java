package dev.sentinel.view.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;

class ConversationTest {

    private static final Snapshot RUNNING = Snapshots.of(Snapshots.running());
    private static final Snapshot GONE =
            Snapshots.of(Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 540));

    private final Queue<String> pieces = new ArrayDeque<>();
    private final FakeChannel client = new FakeChannel();
    private final Conversation talk = new Conversation(client, this::echo, Duration.ZERO);

    /// Answers with what was asked; to `wait` only when all is gone.
    private Reply echo(String line) {
        if (line.equals("follow")) {
            return new Reply.Open(_ -> Objects.requireNonNullElse(pieces.poll(), ""));
        }
        return line.equals("wait")
                ? new Reply.Later(
                        snapshot -> snapshot.allGone() ? Optional.of("done\n") : Optional.empty())
                : new Reply.Now("<%s>\n".formatted(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status\n", "status\nmore\n", "status\n\n"})
    void the_first_line_is_answered_and_that_is_all(String sent) throws IOException {
        client.send(sent);
        proceedAt(0);
        assertEquals("<status>\n", client.received());
        assertTrue(talk.over());
    }

    @Test
    void a_line_may_come_in_pieces() throws IOException {
        for (char piece : "stätus\n".toCharArray()) {
            assertEquals("", client.received());
            assertEquals(SelectionKey.OP_READ, talk.interest());
            client.send(Character.toString(piece));
            proceedAt(1);
        }
        assertEquals("<stätus>\n", client.received());
    }

    @Test
    void a_carriage_return_is_left_to_the_verb() throws IOException {
        client.send("status\r\n");
        proceedAt(0);
        assertEquals("<status\r>\n", client.received());
    }

    @Test
    void the_end_of_input_ends_the_line() throws IOException {
        client.send("status");
        proceedAt(0);
        client.end();
        proceedAt(1);
        assertEquals("<status>\n", client.received());
    }

    @Test
    void a_client_that_says_nothing_and_ends_is_answered_too() throws IOException {
        client.end();
        proceedAt(0);
        assertEquals("<>\n", client.received());
        assertTrue(talk.over());
    }

    @Test
    void a_line_that_never_ends_is_refused() throws IOException {
        client.send("x".repeat(10_000));
        proceedAt(0);
        assertEquals(
                "ERR too-long a request is one line of at most 4096 bytes\n", client.received());
        assertTrue(talk.over());
    }

    @Test
    void the_longest_line_is_answered() throws IOException {
        client.send("x".repeat(4095) + "\n");
        proceedAt(0);
        assertEquals("<%s>\n".formatted("x".repeat(4095)), client.received());
    }

    @Test
    void a_silent_client_is_over_after_five_seconds() throws IOException {
        proceedAt(4999);
        assertFalse(talk.over());
        proceedAt(5000);
        assertTrue(talk.over());
        assertEquals("", client.received());
    }

    @Test
    void a_client_cannot_win_time_by_dripping() throws IOException {
        for (int second = 0; second <= 5; second++) {
            client.send("x");
            proceedAt(second * 1000L);
        }
        assertTrue(talk.over());
    }

    @Test
    void a_slow_reader_gets_its_reply_in_pieces() throws IOException {
        client.send("status\n");
        client.takeAtMost(4);
        proceedAt(0);
        assertEquals("<sta", client.received());
        assertEquals(5, talk.pending());
        assertTrue(talk.writing());
        assertEquals(SelectionKey.OP_WRITE, talk.interest());
        proceedAt(1000);
        proceedAt(2000);
        assertEquals("<status>\n", client.received());
        assertTrue(talk.over());
    }

    @Test
    void a_reader_that_takes_nothing_is_over_five_seconds_after_the_reply() throws IOException {
        client.takeAtMost(0);
        proceedAt(3000);
        client.send("status\n");
        proceedAt(4000);
        proceedAt(8999);
        assertFalse(talk.over());
        proceedAt(9000);
        assertTrue(talk.over());
    }

    @Test
    void a_later_reply_waits_as_long_as_it_takes() throws IOException {
        client.send("wait\n");
        proceedAt(0);
        proceedAt(60_000);
        assertTrue(talk.waiting());
        assertEquals(0, talk.interest());
        talk.proceed(GONE, Duration.ofSeconds(61));
        assertEquals("done\n", client.received());
        assertTrue(talk.over());
    }

    @Test
    void a_later_reply_gives_the_reader_new_patience() throws IOException {
        client.send("wait\n");
        client.takeAtMost(0);
        proceedAt(0);
        talk.proceed(GONE, Duration.ofSeconds(60));
        assertTrue(talk.writing());
        assertEquals(Duration.ofSeconds(65), talk.deadline());
    }

    @Test
    void a_feed_goes_on_until_the_client_takes_no_more() throws IOException {
        client.send("follow\n");
        proceedAt(0);
        pieces.add("one\n");
        proceedAt(60_000);
        assertEquals("one\n", client.received());
        assertTrue(talk.following());
        assertEquals(0, talk.interest());
        client.takeAtMost(2);
        pieces.add("two\n");
        pieces.add("three\n");
        proceedAt(61_000);
        assertEquals(SelectionKey.OP_WRITE, talk.interest());
        assertEquals("one\ntw", client.received());
        client.takeAtMost(0);
        proceedAt(65_999);
        assertFalse(talk.over());
        proceedAt(66_000);
        assertTrue(talk.over());
        assertEquals(1, pieces.size(), "what a client does not read is not asked for");
    }

    private void proceedAt(long milliseconds) throws IOException {
        talk.proceed(RUNNING, Duration.ofMillis(milliseconds));
    }
}
