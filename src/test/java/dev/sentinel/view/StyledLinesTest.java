package dev.sentinel.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class StyledLinesTest {

    private static final String ESC = "\u001b";
    private static final Style RED = Style.PLAIN.withForeground(Optional.of(Colour.Basic.RED));
    private static final Style ON_BLUE = Style.PLAIN.withBackground(Optional.of(Colour.Basic.BLUE));

    static List<Arguments> rows() {
        return List.of(
                // Overwritten: what is longer stays.
                arguments("hello\rab", "abllo"),
                arguments("10 %\r  9", "  9%"),
                arguments("one\rtwo\r", "two"),
                arguments("漢字\rab", "ab字"),
                arguments("漢字\ra", "a 字"),
                arguments("a漢\bb", "a b"),
                arguments("abc\r漢", "漢c"),
                arguments("a漢字\r字", "字 字"),
                // Moved back and on.
                arguments("ab\b\bcd", "cd"),
                arguments("\b\ba", "a"),
                arguments("a\bab\bb", "ab"),
                arguments("hello\r\tX", "hello   X"),
                arguments("hello world\r\tX", "hello woXld"),
                arguments("漢\tx", "漢      x"),
                arguments("a\t", "a"),
                arguments("ab" + ESC + "[Gc", "cb"),
                arguments("ab" + ESC + "[2Gc", "ac"),
                arguments("ab" + ESC + "[9999999999Gc", "abc"),
                // Erased.
                arguments("downloading 99 %\r" + ESC + "[Kdone", "done"),
                arguments("abc\b" + ESC + "[0Kd", "abd"),
                arguments("abc\b" + ESC + "[1Kd", "  d"),
                arguments("abcd\r" + ESC + "[1K", " bcd"),
                arguments("abc" + ESC + "[2K" + ESC + "[Gd", "d"),
                arguments("abc" + ESC + "[2Kd", "   d"),
                arguments("漢字\b" + ESC + "[K", "漢 "),
                arguments("漢字\r" + ESC + "[1K", "  字"),
                // Said to a terminal in another way, and to be dropped.
                arguments("a" + ESC + "[>4;2mb", "ab"),
                arguments("a" + ESC + "[5Cb" + ESC + "[2Ac", "abc"),
                arguments("a" + ESC + "#8b" + ESC + "%Gc" + ESC + "=d", "abcd"),
                arguments("a" + ESC + "[12", "a"),
                arguments("a" + ESC + "[12é", "aé"),
                arguments("a" + ESC + "]0;title\u0018b", "ab"),
                // Marks join, or are gone.
                arguments("e\u0301", "é"),
                arguments("a\u0323\u0302", "ậ"),
                arguments("x\u0301\u0302\u20dd", "x"),
                arguments("\u0301a", "a"),
                arguments("ab\r\u0301", "ab"),
                arguments("\u1112\u1161\u11ab", "한"),
                arguments("x\u1161", "x\\u1161"),
                arguments("☺\ufe0f", "☺"),
                arguments("👨\u200d👩", "👨\\u200d👩"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_line_is_the_row_a_terminal_would_show(String raw, String shown) {
        assertEquals(shown, text(raw));
    }

    @Test
    void colours_are_kept_and_go_on_in_the_next_line() {
        List<StyledText> lines =
                StyledLines.of(List.of("a" + ESC + "[31mb", "c" + ESC + "[1md", "", ESC + "[me"));
        assertEquals(
                List.of(
                        styled(run("a", Style.PLAIN), run("b", RED)),
                        styled(run("c", RED), run("d", RED.withBold(true))),
                        styled(),
                        styled(run("e", Style.PLAIN))),
                lines);
    }

    @Test
    void what_is_overwritten_takes_its_colour_along() {
        assertEquals(
                styled(run("X", Style.PLAIN), run("bc", RED)),
                StyledLines.of(List.of(ESC + "[31mabc\r" + ESC + "[0mX")).getFirst());
    }

    @Test
    void room_that_was_only_passed_is_plain() {
        assertEquals(
                styled(run("a", ON_BLUE), run("       ", Style.PLAIN), run("b", ON_BLUE)),
                StyledLines.of(List.of(ESC + "[44ma\tb")).getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[",
                "\u009b",
                "\u001b]",
                "\u001b[1;",
                "\u009b1;",
                "\u001b[38;5;",
                "\u0090",
                "\t",
                "\b",
                "\r",
                "\0",
                "e\u0301\u0323",
                "\u0300\u0323",
                "漢\b",
                "\u001b[2K\t",
                "\u001b[1mx\u001b[22my",
                "\u001b",
                "\ud83d",
                "\u1161",
                "x\u001b[1K"
            })
    void whatever_is_repeated_takes_no_more_time_than_its_length(String part) {
        String raw = part.repeat(100_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> text(raw));
    }

    @Test
    void nothing_that_a_terminal_acts_on_survives_whatever_the_mixture() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet =
                ESC
                        + ESC
                        + "[[]PX\\;:01234578mmKGJ?>\r\b\t\n\0\u0007\u0018\u0085\u009b\u009b\u009c\u009d"
                        + "\u202e\u2066\ud83d\udc00\ude42e\u0301\u0308漢\u1161\ufe0f\ufeff x";
        for (int round = 0; round < 50_000; round++) {
            List<String> raw = List.of(mixture(random, alphabet), mixture(random, alphabet));
            String about = "seed %d, round %d: %s".formatted(seed, round, Printable.text(raw + ""));
            List<StyledText> lines = StyledLines.of(raw);
            for (StyledText line : lines) {
                assertTrue(line.text().codePoints().allMatch(Printable::isShown), about);
                assertTrue(line.text().codePoints().allMatch(one -> Columns.of(one) > 0), about);
                assertTrue(line.runs().stream().noneMatch(run -> run.text().isEmpty()), about);
                // What is written to a terminal is seen there as it was meant.
                assertEquals(line, new StyledLines().next(Sgr.of(line)), about);
                assertEquals(line.text(), text(line.text()), about);
            }
        }
    }

    private static String mixture(Random random, String alphabet) {
        StringBuilder raw = new StringBuilder();
        random.ints(random.nextInt(16), 0, alphabet.length())
                .forEach(index -> raw.append(alphabet.charAt(index)));
        return raw.toString();
    }

    private static String text(String raw) {
        return new StyledLines().next(raw).text();
    }

    private static StyledText.Run run(String text, Style style) {
        return new StyledText.Run(text, style);
    }

    private static StyledText styled(StyledText.Run... runs) {
        return new StyledText(List.of(runs));
    }
}
