package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class LineCutterTest {

    private static final int LONGEST = 65_536;
    private static final String MARK = " [cut at 64 KiB]";

    private final OutputTail tail = new OutputTail(new OutputShare(1 << 18), () -> Instant.EPOCH);
    private final LineCutter cutter = new LineCutter(tail);

    /// In chunks of that many bytes.
    private void write(byte[] bytes, int chunk) {
        for (int at = 0; at < bytes.length; at += chunk) {
            byte[] next = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + chunk));
            cutter.append(next, next.length);
        }
    }

    private void write(String text, int chunk) {
        write(text.getBytes(StandardCharsets.UTF_8), chunk);
    }

    /// All that is kept, each line as `logs` gives it.
    private List<String> kept() {
        List<String> lines = new ArrayList<>();
        var piece = tail.from(0, false);
        for (; !piece.lines().isEmpty(); piece = tail.from(piece.next(), false)) {
            lines.addAll(piece.lines());
        }
        lines.addAll(tail.from(piece.next(), true).lines());
        return lines;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000, 4095, 40_000, LONGEST - 1, LONGEST})
    void a_line_may_be_that_long_and_no_longer(int chunk) {
        String longest = "x".repeat(LONGEST);
        write("a\n" + longest + "\n" + longest + "y\nb\n" + longest + "yz", chunk);
        assertEquals(List.of("a", longest, longest + MARK, "b", longest + MARK), kept());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 1000, LONGEST})
    void short_lines_pass_as_they_are(int chunk) {
        String lines = "one\n\n\ntwo\r\nthree ".repeat(5000);
        write(lines, chunk);
        assertEquals(List.of(lines.split("\n", -1)), kept());
    }

    @Test
    void a_mark_stands_as_soon_as_something_is_missing() {
        String longest = "x".repeat(LONGEST);
        write(longest, LONGEST);
        assertEquals(List.of(longest), kept());
        write("y", 1);
        assertEquals(List.of(longest + MARK), kept());
        write("y".repeat(200_000), 1000);
        assertEquals(List.of(longest + MARK), kept());
        write("\nnext", 1);
        assertEquals(List.of(longest + MARK, "next"), kept());
    }

    @Test
    void an_endless_line_takes_the_room_of_one_line() {
        byte[] chunk = new byte[LONGEST];
        for (int sent = 0; sent < 100_000_000; sent += chunk.length) {
            cutter.append(chunk, chunk.length);
        }
        assertEquals(LONGEST + MARK.length(), tail.last(0), "bytes that reached the tail");
        assertEquals(List.of("\0".repeat(LONGEST) + MARK), kept());
    }

    @Test
    void bytes_are_counted_also_where_they_are_half_a_character_or_none() {
        byte[] line = new byte[LONGEST + 3];
        Arrays.fill(line, (byte) 'x');
        // A character of four bytes of which two are kept, and before it some that are no text.
        System.arraycopy("🙂".getBytes(StandardCharsets.UTF_8), 0, line, LONGEST - 2, 4);
        line[0] = (byte) 0xff;
        line[1] = (byte) 0xc3;
        write(line, 5000);
        write("\nsound\n", 5000);
        String middle = "x".repeat(LONGEST - 4);
        assertEquals(List.of("\ufffd\ufffd" + middle + "\ufffd" + MARK, "sound"), kept());
    }

    @Test
    void a_cut_line_comes_as_one_among_others() {
        String before = "before\n".repeat(10_000);
        String after = "after\n".repeat(10_000);
        write(before + "x".repeat(300_000) + "\n" + after, LONGEST);
        List<String> lines = kept();
        assertEquals(20_001, lines.size());
        assertEquals("x".repeat(LONGEST) + MARK, lines.get(10_000));
    }
}
