package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.TargetStatus;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// What the dashboard says at each point of a target's life.
class DashboardStatesTest {

    private static final StopCause ASKED = new StopCause.Requested(Requester.at("socket"));

    @Test
    void while_stopping_it_says_why_and_when_sigkill_comes() {
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB · machine 16.0 GiB
                 socket /tmp/sentinel.socket · metrics http://127.0.0.1:8000/metrics

                 NAME             PID STATE        MEMORY      LIMIT USED         PROCS   UPTIME
                 leaker          4711 STOPPING  540.0 MiB  512.0 MiB ██████ 105 %     3 00:01:20
                 memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3); SIGKILL in 1.75 s

                 memory of leaker, last 136 s · peak 540.0 MiB
                 512.0 MiB │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▂▂▂▂▂██████
                           │                                                    ▄▄▄▄▄███████████
                           │                                               ▆▆▆▆▆████████████████
                           │                                     ▂▂▂▂▂██████████████████████████
                           │                                ▄▄▄▄▄███████████████████████████████
                         0 │                           ▆▆▆▆▆████████████████████████████████████

                 output
                 hoarding 1 block
                 hoarding 2 blocks





                 s stop  q quit
                """,
                Screens.of(in(Snapshots.stopping(Snapshots.BREACH)), 80, 24));
    }

    @Test
    void while_killing_it_says_that_sigkill_is_out() {
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB · machine 16.0 GiB
                 socket /tmp/sentinel.socket · metrics http://127.0.0.1:8000/metrics

                 NAME             PID STATE        MEMORY      LIMIT USED         PROCS   UPTIME
                 leaker          4711 KILLING   540.0 MiB  512.0 MiB ██████ 105 %     3 00:01:20
                 stop asked for at the socket; SIGKILL sent

                 output
                 hoarding 2 blocks
                 s stop  q quit
                """,
                Screens.of(in(Snapshots.killing(ASKED)), 80, 10));
    }

    @Test
    void what_cannot_be_killed_is_called_so_and_the_longer_word_takes_its_room_from_the_bar() {
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB · machine 16.0 GiB
                 socket /tmp/sentinel.socket · metrics http://127.0.0.1:8000/metrics

                 NAME             PID STATE          MEMORY      LIMIT USED       PROCS   UPTIME
                 leaker          4711 UNKILLABLE  540.0 MiB  512.0 MiB ████ 105 %     3 00:01:20
                 stop asked for at the socket; 2 processes survive SIGKILL

                 output
                 hoarding 2 blocks
                 s stop  q quit
                """,
                Screens.of(in(Snapshots.unkillable(ASKED)), 80, 10));
    }

    @Test
    void a_question_takes_the_place_of_the_keys() {
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB · machine 16.0 GiB
                 socket /tmp/sentinel.socket · metrics http://127.0.0.1:8000/metrics

                 NAME             PID STATE        MEMORY      LIMIT USED         PROCS   UPTIME
                 leaker          4711 RUNNING   384.0 MiB  512.0 MiB █████░  75 %     3 00:01:20

                 output
                 hoarding 1 block
                 hoarding 2 blocks
                 stop leaker? [y/N]
                """,
                Screens.of(Snapshots.running(), Optional.of("stop leaker?"), 80, 10));
    }

    @Test
    void before_the_first_reading_there_is_an_empty_graph() {
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB · machine 16.0 GiB
                 socket /tmp/sentinel.socket · metrics http://127.0.0.1:8000/metrics

                 NAME             PID STATE        MEMORY      LIMIT USED         PROCS   UPTIME
                 leaker             - STARTING        0 B  512.0 MiB ░░░░░░   0 %     0 00:00:00

                 memory of leaker, last 68 s · peak 0 B
                 512.0 MiB │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
                           │
                           │
                           │
                           │
                           │
                         0 │

                 output







                 s stop  q quit
                """,
                Screens.of(Snapshots.starting(), 80, 24));
    }

    @Test
    void a_grace_period_that_is_over_has_no_negative_time_left() {
        var since = Snapshots.NOW.minusSeconds(9);
        var late =
                new ChildState.Stopping(
                        Snapshots.PROCESS,
                        ASKED,
                        Signal.TERM,
                        since,
                        since.plusSeconds(3),
                        Optional.empty());
        assertTrue(Screens.of(in(late), 80, 24).contains("SIGKILL in 0.00 s"));
    }

    private static TargetStatus in(ChildState state) {
        return Snapshots.in(state, Snapshots.LIMIT, 540);
    }
}
