package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.History;
import dev.sentinel.model.MemoryReading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class StaircaseTest {

    /// Labels and axis take twelve columns, so these graphs show twelve seconds.
    private static final int WIDTH = 24;

    private static final ByteSize LIMIT = ByteSize.ofMebibytes(100);

    @Test
    void a_leak_climbs_towards_the_limit_line() {
        assertEquals(
                """
                 100.0 MiB │╌╌╌╌╌╌╌╌╌╌▁▁
                           │        ▁▁██
                           │      ▁▁████
                           │    ▁▁██████
                           │  ▁▁████████
                         0 │  ██████████
                """,
                graph(climb(90), LIMIT, Glyphs.UNICODE));
    }

    @Test
    void a_breach_crosses_the_limit_line() {
        assertEquals(
                """
                           │          ██
                 100.0 MiB │╌╌╌╌╌╌╌╌▇▇██
                           │      ▅▅████
                           │    ▄▄██████
                           │  ▂▂████████
                         0 │  ██████████
                """,
                graph(climb(125), LIMIT, Glyphs.UNICODE));
    }

    @Test
    void without_a_limit_the_highest_value_is_the_top() {
        assertEquals(
                """
                  90.0 MiB │          ██
                           │        ▇▇██
                           │      ▅▅████
                           │    ▄▄██████
                           │  ▂▂████████
                         0 │  ██████████
                """,
                graph(climb(90), ByteSize.ZERO, Glyphs.UNICODE));
    }

    @Test
    void without_a_reading_there_is_only_the_limit() {
        assertEquals(
                """
                 100.0 MiB │╌╌╌╌╌╌╌╌╌╌╌╌
                           │
                           │
                           │
                           │
                         0 │
                """,
                graph(History.EMPTY, LIMIT, Glyphs.UNICODE));
    }

    @Test
    void with_neither_there_is_only_the_axis() {
        assertEquals(
                """
                           │
                           │
                           │
                           │
                           │
                         0 │
                """,
                graph(History.EMPTY, ByteSize.ZERO, Glyphs.UNICODE));
    }

    @Test
    void ascii_draws_the_same_shape() {
        assertEquals(
                """
                           |          ##
                 100.0 MiB |--------####
                           |      ++####
                           |    ==######
                           |  __########
                         0 |  ##########
                """,
                graph(climb(125), LIMIT, Glyphs.ASCII));
    }

    @Test
    void what_is_near_the_limit_has_the_tone_of_danger() {
        var lines = staircase(climb(125), LIMIT, Glyphs.UNICODE).lines(WIDTH, 6);
        Line bottom = lines.getLast();
        assertTrue(bottom.spans().getLast().tone() == Tone.DANGER, bottom.toString());
        assertTrue(bottom.spans().get(2).tone() == Tone.GOOD, bottom.toString());
    }

    @ParameterizedTest
    @CsvSource({"1, 12", "12, 12", "13, 24", "25, 60", "61, 120", "200, 360", "500, 720"})
    void it_covers_all_of_the_history_in_round_steps(int ageSeconds, long covered) {
        History history = History.EMPTY.plus(reading(12 - ageSeconds + 600, 1));
        var staircase = new Staircase(history, LIMIT, Duration.ofSeconds(611), Glyphs.UNICODE);
        assertEquals(Duration.ofSeconds(covered), staircase.covers(WIDTH));
    }

    private static String graph(History history, ByteSize limit, Glyphs glyphs) {
        return Screens.cut(staircase(history, limit, glyphs).lines(WIDTH, 6), WIDTH);
    }

    private static Staircase staircase(History history, ByteSize limit, Glyphs glyphs) {
        return new Staircase(history, limit, Duration.ofSeconds(11), glyphs);
    }

    /// From second 2 on, in steps of two seconds, up to the highest.
    private static History climb(long highestMebibytes) {
        History history = History.EMPTY;
        for (int second = 2; second < 12; second++) {
            history = history.plus(reading(second, highestMebibytes * (second / 2) / 5));
        }
        return history;
    }

    private static MemoryReading reading(int second, long mebibytes) {
        return new MemoryReading(Duration.ofSeconds(second), ByteSize.ofMebibytes(mebibytes), 1);
    }
}
