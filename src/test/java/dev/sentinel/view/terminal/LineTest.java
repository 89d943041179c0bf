package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {

    @ParameterizedTest
    @CsvSource({
        "abc, 5, 'abc  '",
        "abcdef, 4, abc…",
        "abc, 0, ''",
        "你好吗, 4, '你… '",
        "你好吗, 6, 你好吗",
        "a😀b, 3, a…",
    })
    void a_line_is_made_to_fit(String text, int columns, String fitted) {
        Line line = Line.of(text, Tone.PLAIN).fit(columns, Glyphs.UNICODE);
        assertEquals(fitted.strip(), line.text().strip());
        assertEquals(columns, line.width());
    }

    @Test
    void a_line_laid_over_another_hides_what_is_below_it() {
        Line below = Line.of("abc", Tone.DIM).then("defgh", Tone.TITLE);
        Line under = below.under(Line.of("XY", Tone.KEY), 2);
        assertEquals("abXYefgh", under.text());
        assertEquals("ab   XY", Line.of("ab", Tone.DIM).under(Line.of("XY", Tone.KEY), 5).text());
    }
}
