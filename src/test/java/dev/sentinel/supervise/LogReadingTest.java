package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.LogReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Output read from a position on, as `logs` does.
class LogReadingTest {

    private Instant now = Instant.EPOCH;

    private OutputTail tail(int capacity) {
        return new OutputTail(new OutputShare(capacity), () -> now);
    }

    private static void write(OutputTail tail, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        tail.append(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, three", "2, 'two,three'", "3, 'one,two,three'", "9, 'one,two,three'"})
    void so_many_of_the_last_lines_are_told(int lines, String expected) {
        for (String end : List.of("", "\n")) {
            OutputTail tail = tail(100);
            write(tail, "one\ntwo\nthree" + end);
            LogReader.Piece piece = tail.from(tail.last(lines), true);
            assertEquals(expected, String.join(",", piece.lines()));
        }
    }

    @Test
    void nothing_is_told_twice_and_nothing_left_out() {
        OutputTail tail = tail(1 << 16);
        List<String> told = new ArrayList<>();
        List<String> written = new ArrayList<>();
        long position = 0;
        for (int line = 0; line < 2000; line++) {
            written.add("line " + line);
            write(tail, "li");
            LogReader.Piece piece = tail.from(position, false);
            told.addAll(piece.lines());
            position = piece.next();
            write(tail, "ne " + line + "\n");
        }
        told.addAll(tail.from(position, false).lines());
        assertEquals(written, told);
    }

    @Test
    void a_line_without_an_end_waits_for_it() {
        OutputTail tail = tail(100);
        write(tail, "one\ntw");
        LogReader.Piece first = tail.from(0, false);
        assertEquals(List.of("one"), first.lines());
        assertEquals(List.of("tw"), tail.from(first.next(), true).lines());
        write(tail, "o\n");
        assertEquals(List.of("two"), tail.from(first.next(), false).lines());
    }

    @Test
    void a_line_longer_than_a_piece_comes_alone_and_whole() {
        OutputTail tail = tail(1 << 18);
        write(tail, "one\n" + "x".repeat(65_000));
        LogReader.Piece first = tail.from(0, false);
        assertEquals(List.of("one"), first.lines());
        assertEquals(List.of(), tail.from(first.next(), false).lines());
        write(tail, "\ntwo\n");
        LogReader.Piece second = tail.from(first.next(), false);
        assertEquals(List.of("x".repeat(65_000)), second.lines());
        assertEquals(List.of("two"), tail.from(second.next(), false).lines());
    }

    @Test
    void whoever_comes_too_late_goes_on_with_the_oldest_whole_line() {
        OutputTail tail = tail(9);
        write(tail, "first\nsecond\n3\n");
        LogReader.Piece piece = tail.from(2, false);
        assertEquals(List.of("3"), piece.lines());
        assertEquals(15, piece.next());
    }

    @Test
    void what_came_since_a_time_is_told() {
        OutputTail tail = tail(1000);
        for (int second = 0; second < 60; second++) {
            now = Instant.EPOCH.plusSeconds(second);
            write(tail, second + "\n");
        }
        assertEquals(
                List.of("57", "58", "59"),
                tail.from(tail.since(now.minusSeconds(2)), false).lines());
        assertEquals(60, tail.from(tail.since(now.minusSeconds(100)), false).lines().size());
        assertEquals(List.of(), tail.from(tail.since(now.plusSeconds(1)), false).lines());
    }

    @Test
    void times_of_a_long_output_are_less_exact_and_leave_nothing_out() {
        OutputTail tail = tail(1 << 18);
        for (int second = 0; second < 20_000; second++) {
            now = Instant.EPOCH.plusSeconds(second);
            write(tail, second + "\n");
        }
        long since = tail.since(now.minusSeconds(1000));
        int first = Integer.parseInt(tail.from(since, false).lines().getFirst());
        assertTrue(first <= 18_999 && first > 18_800, "from " + first);
    }
}
