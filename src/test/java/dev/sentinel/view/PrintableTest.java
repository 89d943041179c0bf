package dev.sentinel.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;

class PrintableTest {

    private static final String ESC = "\u001b";

    static List<Arguments> lines() {
        return List.of(
                arguments("plain", "plain"),
                arguments("grüße 漢字 🙂", "grüße 漢字 🙂"),
                arguments("", ""),
                // Colours, cursor movements, private and intermediate bytes.
                arguments(ESC + "[1;31mred" + ESC + "[0m", "red"),
                arguments(ESC + "[2J" + ESC + "[Htop", "top"),
                arguments(ESC + "[?25lhidden", "hidden"),
                arguments(ESC + "[ qcursor", "cursor"),
                arguments("a" + ESC + "(Bb" + ESC + "7c" + ESC + "cd", "abcd"),
                // Titles and the clipboard: OSC, ended by BEL, by ST, by the C1 ST, by nothing.
                arguments("a" + ESC + "]0;title\u0007b", "ab"),
                arguments("a" + ESC + "]52;c;cm0gLXJm\u0007b", "ab"),
                arguments("a" + ESC + "]52;c;cm0gLXJm" + ESC + "\\b", "ab"),
                arguments("a" + ESC + "]52;c;cm0gLXJm\u009cb", "ab"),
                arguments("a" + ESC + "]52;c;cm0gLXJm", "a"),
                // DCS, SOS, PM and APC.
                arguments("a" + ESC + "P1$qm" + ESC + "\\b", "ab"),
                arguments("a" + ESC + "Xtext" + ESC + "\\b", "ab"),
                arguments("a" + ESC + "^text" + ESC + "\\b", "ab"),
                arguments("a" + ESC + "_Gi=1;AAAA" + ESC + "\\b", "ab"),
                // The same in one character of the upper control range.
                arguments("a\u009b31mb", "ab"),
                arguments("a\u009d52;c;cm0gLXJm\u0007b", "ab"),
                arguments("a\u0090q\u009cb", "ab"),
                // Cut short, or nested to survive one pass.
                arguments("a" + ESC, "a"),
                arguments("a" + ESC + "[", "a"),
                arguments("a\u009b", "a\\x9b"),
                arguments(ESC + ESC + "[31m[31m", "[31m"),
                arguments(ESC + "]0;" + ESC + "[2Jx", "x"),
                // What a terminal overwrites or skips.
                arguments("10 %\r50 %\r100 %", "100 %"),
                arguments("hello\rab", "abllo"),
                arguments("windows\r", "windows"),
                arguments("windows twice\r\r", "windows twice"),
                arguments("a\tb", "a       b"),
                arguments("1234567\t8", "1234567 8"),
                arguments("12345678\t9", "12345678        9"),
                // What is only made visible.
                arguments("a\0b", "a\\x00b"),
                arguments("ab\bc\u007f", "ac\\x7f"),
                arguments("two\nlines", "two\\x0alines"),
                arguments("\u202egnp.exe", "\\u202egnp.exe"),
                arguments("\u2066a\u2069", "\\u2066a\\u2069"),
                arguments("a\u200bb\u2028c\ufeff", "a\\u200bb\\u2028c\\ufeff"),
                arguments("\ud800x", "\\ud800x"),
                arguments("x\udc00", "x\\udc00"),
                arguments("\ue000", "\\ue000"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_line_is_what_a_terminal_would_have_shown(String raw, String shown) {
        assertEquals(shown, Printable.line(raw));
    }

    static List<Arguments> texts() {
        return List.of(
                arguments("/tmp/a b", "/tmp/a b"),
                arguments(ESC + "[31mred", "\\x1b[31mred"),
                arguments("a\tb\r\n", "a\\x09b\\x0d\\x0a"),
                arguments("\u009b31m", "\\x9b31m"),
                arguments("\u202e", "\\u202e"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_shows_what_it_holds(String raw, String shown) {
        assertEquals(shown, Printable.text(raw));
    }

    @Test
    void no_control_character_survives_whatever_the_mixture() {
        String alphabet = ESC + "[]P\\;0m\r\t\n\0\u0007\u009b\u009c\u009d\u202e\ud800\udc00 x";
        Random random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            String raw =
                    random.ints(12, 0, alphabet.length())
                            .mapToObj(alphabet::charAt)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::append,
                                    StringBuilder::append)
                            .toString();
            String line = Printable.line(raw);
            assertFalse(line.chars().anyMatch(Character::isISOControl), () -> Printable.text(raw));
        }
    }
}
