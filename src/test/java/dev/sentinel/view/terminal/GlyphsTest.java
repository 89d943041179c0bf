package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlyphsTest {

    @ParameterizedTest
    @CsvSource({"-1, ........", "0, ........", "0.5, ####....", "1, ########", "7, ########"})
    void a_bar_is_filled_by_the_share_and_never_overflows(double share, String bar) {
        assertEquals(bar, Glyphs.ASCII.bar(share, 8));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.5, ' '",
        "0, ' '",
        "0.001, ▁",
        "0.125, ▁",
        "0.126, ▂",
        "0.9, █",
        "1, █",
        "3, █"
    })
    void a_cell_shows_even_a_trace(double filled, char cell) {
        assertEquals(cell, Glyphs.UNICODE.cell(filled));
    }

    @Test
    void ascii_is_ascii() {
        Glyphs ascii = Glyphs.ASCII;
        String all =
                ascii.levels()
                        + ascii.full()
                        + ascii.rest()
                        + ascii.limit()
                        + ascii.axis()
                        + ascii.dot();
        assertTrue(all.chars().allMatch(character -> character >= ' ' && character < 127), all);
    }

    @Test
    void both_have_as_many_levels() {
        assertEquals(Glyphs.UNICODE.levels().length(), Glyphs.ASCII.levels().length());
    }
}
