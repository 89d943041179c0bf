package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class FramesTest {

    private static final String BEGIN = "\u001b[?2026h";
    private static final String END = "\u001b[?2026l";

    private final List<String> strokes = new ArrayList<>();
    private final Frames frames =
            new Frames(
                    new OutputStream() {
                        @Override
                        public void write(int b) {
                            throw new AssertionError("byte by byte");
                        }

                        @Override
                        public void write(byte[] bytes, int offset, int length) {
                            strokes.add(
                                    new String(bytes, offset, length, StandardCharsets.US_ASCII));
                        }
                    });

    private void write(String text) throws IOException {
        frames.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void what_comes_before_the_first_frame_is_written_as_it_is() throws IOException {
        write("set");
        write(" up");
        frames.flush();
        assertEquals(List.of("set up"), strokes);
    }

    @Test
    void a_frame_is_one_stroke_and_nothing_is_no_frame() throws IOException {
        frames.begin();
        write("a");
        frames.write('b');
        frames.flush();
        frames.flush();
        write("c");
        frames.flush();
        assertEquals(List.of(BEGIN + "ab" + END, BEGIN + "c" + END), strokes);
    }

    @Test
    void a_huge_frame_comes_in_pieces_and_still_has_one_beginning_and_one_end() throws IOException {
        frames.begin();
        String much = "x".repeat(50_000);
        write(much);
        write(much);
        frames.flush();
        assertEquals(List.of(BEGIN + much, much + END), strokes);
    }

    @Test
    void behind_the_last_words_comes_nothing_and_half_a_frame_not_before_them() throws IOException {
        frames.begin();
        write("half");
        frames.end("bye");
        write(" a frame");
        frames.flush();
        frames.end("again");
        assertEquals(List.of("bye"), strokes);
    }
}
