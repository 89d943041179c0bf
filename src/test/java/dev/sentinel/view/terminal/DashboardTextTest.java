package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.Outlets;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.TargetStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class DashboardTextTest {

    @Test
    void a_wide_screen_shows_everything() {
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB · machine 16.0 GiB
                 socket /tmp/sentinel.socket · metrics http://127.0.0.1:8000/metrics

                 NAME             PID STATE        MEMORY      LIMIT USED                                 PROCS   UPTIME
                 leaker          4711 RUNNING   384.0 MiB  512.0 MiB ███████████████████████░░░░░░░  75 %     3 00:01:20

                 memory of leaker, last 98 s · peak 384.0 MiB
                 512.0 MiB │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
                           │
                           │                                                                                       ▁▁▁▁▁▁▁▁▁▁▁
                           │                                                                             ▂▂▂▂▂▂▂▂▂▂███████████
                           │                                                                   ▃▃▃▃▃▃▃▃▃▃█████████████████████
                           │                                                         ▄▄▄▄▄▄▄▄▄▄███████████████████████████████
                           │                                               ▅▅▅▅▅▅▅▅▅▅█████████████████████████████████████████
                           │                                     ▆▆▆▆▆▆▆▆▆▆███████████████████████████████████████████████████
                           │                           ▇▇▇▇▇▇▇▇▇▇█████████████████████████████████████████████████████████████
                         0 │                 █████████████████████████████████████████████████████████████████████████████████

                 output
                 hoarding 1 block
                 hoarding 2 blocks








                 s stop  q quit
                """,
                Screens.of(Snapshots.running(), 110, 30));
    }

    @Test
    void an_ordinary_screen_has_all_columns_and_a_shorter_bar() {
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB · machine 16.0 GiB
                 socket /tmp/sentinel.socket · metrics http://127.0.0.1:8000/metrics

                 NAME             PID STATE        MEMORY      LIMIT USED         PROCS   UPTIME
                 leaker          4711 RUNNING   384.0 MiB  512.0 MiB █████░  75 %     3 00:01:20

                 memory of leaker, last 136 s · peak 384.0 MiB
                 512.0 MiB │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
                           │
                           │                                                         ▃▃▃▃▃██████
                           │                                               ▁▁▁▁▁▆▆▆▆▆███████████
                           │                                          ▄▄▄▄▄█████████████████████
                           │                                ▂▂▂▂▂▇▇▇▇▇██████████████████████████
                         0 │                           ▅▅▅▅▅████████████████████████████████████

                 output
                 hoarding 1 block
                 hoarding 2 blocks





                 s stop  q quit
                """,
                Screens.of(Snapshots.running(), 80, 24));
    }

    @Test
    void a_small_screen_does_without_graph_and_limit() {
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 4
                 socket /tmp/sentinel.socket · metrics h

                 NAME         STATE        MEMORY
                 leaker       RUNNING   384.0 MiB

                 output
                 hoarding 1 block
                 hoarding 2 blocks
                 s stop  q quit
                """,
                Screens.of(Snapshots.running(), 40, 10));
    }

    @Test
    void a_tiny_screen_keeps_memory_output_and_keys() {
        assertEquals(
                """
                 NAME         MEMORY
                 leaker    384.0 MiB
                 output
                 hoarding 2 blocks
                 s stop  q quit
                """,
                Screens.of(Snapshots.running(), 20, 5));
    }

    @Test
    void closed_doors_are_off() {
        var content =
                new Screenful(
                        Snapshots.of(Snapshots.running()),
                        Outlets.NONE,
                        Snapshots.BUILD,
                        Optional.empty());
        String screen = Screens.cut(new DashboardText(Glyphs.ASCII).draw(content, 80, 24), 80);
        assertTrue(screen.contains(" socket off | metrics off\n"), screen);
    }

    @ParameterizedTest
    @CsvSource({"110, 30", "80, 24", "40, 10", "20, 5", "10, 3", "5, 2", "1, 1", "300, 100"})
    void there_are_as_many_lines_as_rows(int columns, int rows) {
        var state = Snapshots.stopping(Snapshots.BREACH);
        var stopping = Snapshots.in(state, Snapshots.LIMIT, 540);
        String screen = Screens.of(stopping, columns, rows);
        assertEquals(rows, screen.lines().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J\u001b[H",
                "\u001b]52;c;cm0gLXJm\u0007",
                "\u009b31m",
                "a\rb",
                "\0",
                "\u202e",
                "two\nlines",
                "a\tb"
            })
    void what_a_child_prints_never_reaches_a_line_as_it_is(String hostile) {
        TargetStatus target = Snapshots.printing(Snapshots.running(), List.of(hostile));
        assertHarmless(target, Outlets.NONE);
    }

    @Test
    void hostile_addresses_never_reach_a_line_as_they_are() {
        var hostile = Optional.of("/tmp/\u001b[2J\n\u202e");
        assertHarmless(Snapshots.running(), new Outlets(hostile, hostile));
    }

    private static void assertHarmless(TargetStatus target, Outlets outlets) {
        var content =
                new Screenful(Snapshots.of(target), outlets, Snapshots.BUILD, Optional.empty());
        for (Line line : new DashboardText(Glyphs.UNICODE).draw(content, 80, 24)) {
            assertFalse(line.text().chars().anyMatch(Character::isISOControl), line.toString());
            assertFalse(line.text().contains("\u202e"), line.toString());
        }
    }
}
