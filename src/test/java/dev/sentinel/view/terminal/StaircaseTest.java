package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.History;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.Trend;
import dev.sentinel.scene.Told;
import dev.sentinel.scene.Use;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

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
                           └───────────┴
                            -11s     now
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
                           └───────────┴
                            -11s     now
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
                           └───────────┴
                            -11s     now
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
                           └───────────┴
                            -11s     now
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
                           └───────────┴
                            -11s     now
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
                           +-----------+
                            -11s     now
                """,
                graph(climb(125), LIMIT, Glyphs.ASCII));
    }

    @Test
    void what_is_near_the_limit_has_the_tone_of_danger() {
        var lines = staircase(climb(125), LIMIT, Glyphs.UNICODE).lines(WIDTH, 8);
        Line bottom = lines.get(lines.size() - 3);
        assertEquals(Tone.DANGER, bottom.spans().getLast().ink(), bottom.toString());
        assertEquals(Tone.GOOD, bottom.spans().get(2).ink(), bottom.toString());
    }

    @Test
    void the_soft_limit_has_a_line_of_its_own() {
        Use use = use(climb(90), LIMIT, ByteSize.ofMebibytes(60));
        assertEquals(
                """
                 100.0 MiB │╌╌╌╌╌╌╌╌╌╌▁▁
                           │        ▁▁██
                  60.0 MiB │┈┈┈┈┈┈▁▁████
                           │    ▁▁██████
                           │  ▁▁████████
                         0 │  ██████████
                           └───────────┴
                            -11s     now
                """,
                Screens.text(staircase(use, 11, Glyphs.UNICODE).lines(WIDTH, 8)));
    }

    @Test
    void what_was_done_to_the_target_leaves_marks_that_are_explained() {
        Staircase staircase =
                staircase(
                        use(climb(90), LIMIT),
                        11,
                        Glyphs.UNICODE,
                        told(3, "term"),
                        told(6, "kill"),
                        told(6, "restarted"),
                        told(8, "client"));
        assertEquals(
                """
                 100.0 MiB │╌╌╌╌╌╌╌╌╌╌▁▁
                           │        ▁▁██
                           │      ▁▁████
                           │    ▁▁██████
                           │  ▁▁████████
                         0 │  ██████████
                           └───T──K────┴
                            -11s     now
                """,
                Screens.text(staircase.lines(WIDTH, 8)));
        assertEquals("T asked to end, R started again, K killed", staircase.legend(WIDTH));
    }

    @Test
    void what_happened_before_the_graph_begins_leaves_none() {
        Use use = use(History.EMPTY, LIMIT);
        assertEquals("", staircase(use, 100, Glyphs.UNICODE, told(2, "kill")).legend(WIDTH));
    }

    private static Told told(long second, String word) {
        return new Told(second, Duration.ofSeconds(second), "leaker", word, "");
    }

    @Test
    void a_low_graph_has_no_times() {
        assertEquals(
                """
                 100.0 MiB │╌╌╌╌╌╌╌╌▁▁▅▅
                           │    ▁▁▅▅████
                         0 │  ▅▅████████
                """,
                Screens.text(staircase(climb(90), LIMIT, Glyphs.UNICODE).lines(WIDTH, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 12",
        "12, 12",
        "13, 24",
        "25, 60",
        "61, 120",
        "200, 240",
        "300, 360",
        "500, 720"
    })
    void it_covers_all_of_the_history_in_round_steps(int ageSeconds, long covered) {
        History history = History.EMPTY.plus(reading(12 - ageSeconds + 600, 1));
        var staircase = staircase(use(history, LIMIT), 611, Glyphs.UNICODE);
        assertEquals(Duration.ofSeconds(covered), staircase.covers(WIDTH));
    }

    private static String graph(History history, ByteSize limit, Glyphs glyphs) {
        return Screens.text(staircase(history, limit, glyphs).lines(WIDTH, 8));
    }

    private static Staircase staircase(History history, ByteSize limit, Glyphs glyphs) {
        return staircase(use(history, limit), 11, glyphs);
    }

    private static Staircase staircase(Use use, long now, Glyphs glyphs, Told... events) {
        return new Staircase(use, Duration.ofSeconds(now), List.of(events), glyphs);
    }

    private static Use use(History history, ByteSize limit) {
        return use(history, limit, ByteSize.ZERO);
    }

    private static Use use(History history, ByteSize limit, ByteSize soft) {
        return new Use(
                ByteSize.ZERO, ByteSize.ZERO, limit, soft, "rss", new Trend.NotGrowing(), history);
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
