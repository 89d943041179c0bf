package dev.sentinel.view.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class LogLinesTest {

    private static final String RED = "\u001b[31m";

    @Test
    void a_client_gets_text_alone_unless_it_asks_for_colours() {
        List<String> raw = List.of(RED + "one\u001b]2;title\u0007", "two\u001b[2J");
        assertEquals("one\ntwo\n", new LogLines(false).text(raw));
        assertEquals(RED + "one\ntwo\n", new LogLines(true).text(raw));
    }

    @Test
    void colours_go_on_from_piece_to_piece() {
        LogLines lines = new LogLines(true);
        assertEquals(RED + "one\n", lines.text(List.of(RED + "one")));
        assertEquals("two\n", lines.text(List.of("two")));
        assertEquals("\u001b[0mthree\n", lines.text(List.of("\u001b[mthree")));
    }

    @Test
    void short_lines_in_long_styles_stay_short() {
        String style = "\u001b[1;3;4;7;38;2;255;255;255;48;2;255;255;255m";
        List<String> raw = Collections.nCopies(100_000, "x");
        LogLines lines = new LogLines(true);
        assertEquals(style + "x\n", lines.text(List.of(style + "x")));
        assertEquals(200_000, lines.text(raw).length());
    }
}
