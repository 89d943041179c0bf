package dev.sentinel.view;

import static dev.sentinel.view.Colour.Basic.BLUE;
import static dev.sentinel.view.Colour.Basic.BRIGHT_BLACK;
import static dev.sentinel.view.Colour.Basic.BRIGHT_WHITE;
import static dev.sentinel.view.Colour.Basic.RED;
import static dev.sentinel.view.Style.PLAIN;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// Styles, read from what a child says and written for a terminal.
class SgrTest {

    private static Style applied(Style before, String parameters) {
        return new SgrParameters(parameters).appliedTo(before);
    }

    private static Style foreground(Colour colour) {
        return PLAIN.withForeground(Optional.of(colour));
    }

    private static Style background(Colour colour) {
        return PLAIN.withBackground(Optional.of(colour));
    }

    static List<Arguments> codes() {
        Style bold = PLAIN.withBold(true);
        Colour orange = new Colour.Indexed(208);
        Colour rgb = new Colour.Rgb(1, 2, 255);
        return List.of(
                arguments("1", bold),
                arguments("01", bold),
                arguments("2", PLAIN.withDim(true)),
                arguments("3", PLAIN.withItalic(true)),
                arguments("4", PLAIN.withUnderline(true)),
                arguments("4:3", PLAIN.withUnderline(true)),
                arguments("7", PLAIN.withReverse(true)),
                arguments("31", foreground(RED)),
                arguments("44", background(BLUE)),
                arguments("90", foreground(BRIGHT_BLACK)),
                arguments("107", background(BRIGHT_WHITE)),
                arguments("1;31", foreground(RED).withBold(true)),
                arguments("31;0;1", bold),
                arguments("31;;1", bold),
                arguments("38;5;208", foreground(orange)),
                arguments("48;5;208;1", background(orange).withBold(true)),
                arguments("38:5:208", foreground(orange)),
                arguments("38;2;1;2;255", foreground(rgb)),
                arguments("48;2;1;2;255;1", background(rgb).withBold(true)),
                arguments("38:2:1:2:255", foreground(rgb)),
                arguments("38:2::1:2:255", foreground(rgb)),
                arguments("48:2:0:1:2:255;1", background(rgb).withBold(true)),
                // The colour of an underline is passed over, not taken for codes.
                arguments("58;5;1;1", bold),
                arguments("58;2;1;4;7;1", bold),
                arguments("58:2::1:4:7;1", bold),
                // Unknown, or not whole.
                arguments("5;6;8;9;10;53;73;200;1", bold),
                arguments("38;5;256;1", bold),
                arguments("38;2;1;2;256;1", bold),
                arguments("38:5:256;1", bold),
                arguments("38:2:1:2;1", bold),
                arguments("38:9;1", bold),
                arguments("99999999999999999999;1", bold),
                arguments("38", PLAIN),
                arguments("38;5", PLAIN),
                arguments("38;2;1;2", PLAIN),
                arguments("38:;1", bold),
                arguments(":;:1;4:;1", bold));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void codes_make_a_style(String parameters, Style style) {
        assertEquals(style, applied(PLAIN, parameters));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "22;23;24;27;39;49", "22;23;4:0;27;39;49"})
    void and_take_it_back(String parameters) {
        Style all = applied(PLAIN, "1;2;3;4;7;31;48;5;9");
        assertEquals(PLAIN, applied(all, parameters));
    }

    @ParameterizedTest
    @CsvSource({
        "1, \\e[1ma\\e[0m",
        "2;3;4;7, \\e[2;3;4;7ma\\e[0m",
        "31;107, \\e[31;107ma\\e[0m",
        "38;5;9;48;2;1;2;3, \\e[38;5;9;48;2;1;2;3ma\\e[0m",
        "0, a",
    })
    void a_line_ends_as_plain_as_it_began(String parameters, String written) {
        var text = new StyledText(List.of(new StyledText.Run("a", applied(PLAIN, parameters))));
        assertEquals(written.replace("\\e", "\u001b"), Sgr.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1;31, 1;32, \\e[32m",
        "1;2, 2, \\e[22;2m",
        "1;2, 1, \\e[22;1m",
        "1;31, 31, \\e[22m",
        "3;4;7;31;42, 31, \\e[23;24;27;49m",
        "31;42, 42, \\e[39m",
        "31, 0, \\e[0m",
        "31, 31, ''",
    })
    void only_what_changes_is_written(String before, String after, String written) {
        Style from = applied(PLAIN, before);
        var text = new StyledText(List.of(new StyledText.Run("a", applied(PLAIN, after))));
        assertEquals(written.replace("\\e", "\u001b") + "a", Sgr.after(from, text));
        assertEquals(applied(PLAIN, after), Sgr.last(from, text));
    }

    @Test
    void an_empty_line_changes_nothing() {
        Style red = foreground(RED);
        assertEquals("", Sgr.after(red, new StyledText(List.of())));
        assertEquals(red, Sgr.last(red, new StyledText(List.of())));
    }
}
