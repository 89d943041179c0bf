package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class OutputTailTest {

    @Test
    void nothing_written_is_no_line() {
        assertEquals(List.of(), tail(8).lastLines());
    }

    @Test
    void lines_come_oldest_first() {
        assertEquals(List.of("one", "two"), lines(100, "one\ntwo\n"));
    }

    @Test
    void the_last_line_may_be_unfinished() {
        assertEquals(List.of("one", "tw"), lines(100, "one\n", "tw"));
        assertEquals(List.of("one", "two"), lines(100, "one\n", "tw", "o\n"));
    }

    @Test
    void empty_lines_are_lines() {
        assertEquals(List.of("", "one", ""), lines(100, "\none\n\n"));
    }

    @Test
    void the_ring_keeps_the_newest_bytes() {
        assertEquals(List.of("56", "789"), lines(6, "12\n", "34\n", "56\n", "789"));
    }

    @Test
    void a_piece_larger_than_the_ring_leaves_its_end() {
        assertEquals(List.of("x", "abcd"), lines(6, "old\n", "0123456789x\nabcd"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 8, 9, 16, 17, 100})
    void any_pieces_leave_the_same_bytes(int piece) {
        String all = "abcdefghijklmnopqrstuvwxyz0123456789";
        String[] pieces =
                IntStream.iterate(0, start -> start < all.length(), start -> start + piece)
                        .mapToObj(start ->
                                all.substring(start, Math.min(all.length(), start + piece)))
                        .toArray(String[]::new);
        assertEquals(List.of("23456789"), lines(8, pieces));
    }

    @Test
    void only_what_counts_of_a_buffer_is_taken() {
        OutputTail tail = tail(100);
        tail.append("one\nrest of an older read".getBytes(StandardCharsets.UTF_8), 0, 4);
        assertEquals(List.of("one"), tail.lastLines());
    }

    @Test
    void a_screen_of_lines_is_enough() {
        String many =
                String.join("\n", IntStream.range(0, 1000).mapToObj(Integer::toString).toList());
        List<String> lines = lines(1 << 16, many);
        assertEquals(100, lines.size());
        assertEquals("900", lines.getFirst());
        assertEquals("999", lines.getLast());
    }

    @Test
    void bytes_that_are_no_text_become_replacement_characters() {
        OutputTail tail = tail(100);
        tail.append(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xc3, '\n'}, 0, 5);
        assertEquals(List.of("a\ufffdb\ufffd"), tail.lastLines());
    }

    @Test
    void characters_may_come_in_two_pieces() {
        OutputTail tail = tail(100);
        tail.append(new byte[] {(byte) 0xc3}, 0, 1);
        tail.append(new byte[] {(byte) 0xa9, '\n'}, 0, 2);
        assertEquals(List.of("é"), tail.lastLines());
    }

    private static OutputTail tail(int capacity) {
        return new OutputTail(new OutputShare(capacity), () -> Instant.EPOCH);
    }

    private static List<String> lines(int capacity, String... pieces) {
        OutputTail tail = tail(capacity);
        for (String piece : pieces) {
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            tail.append(bytes, 0, bytes.length);
        }
        return tail.lastLines();
    }
}
