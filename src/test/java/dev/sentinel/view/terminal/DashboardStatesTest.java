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
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB 0.4% · poll every 100 ms
                 machine 6.80 GiB of 16.0 GiB, 42% · pressure some 0.4% full 0.1%
                 socket /tmp/sentinel.socket · metrics http://127.0.0.1:8000/metrics

                  NAME   STATE        MEMORY      LIMIT    % USED      LAST 5 MIN         UPTIME
                  leaker STOPPING  540.0 MiB  512.0 MiB 105% █████████            ▁▃▅▇█ 00:01:20
                 memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3); SIGKILL in 1.75 s
                ─ graph  memory of leaker, last 2m16s · peak 540.0 MiB ─────────────────────────
                 512.0 MiB │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▂▂▂▂▂██████
                           │                                                    ▄▄▄▄▄███████████
                           │                                               ▆▆▆▆▆████████████████
                           │                                     ▂▂▂▂▂██████████████████████████
                           │                                ▄▄▄▄▄███████████████████████████████
                         0 │                           ▆▆▆▆▆████████████████████████████████████
                           └──────────────────────┴─────────────────────┴──────────────────────┴
                            -2m14s             -1m30s                 -46s                   now
                ─ log  leaker ──────────────────────────────────────────────────────────────────
                 hoarding 1 block
                 hoarding 2 blocks




                 ? help  q quit  s stop  r restart  K kill  l log  e events  t tree  g graph
                """,
                Screens.of(in(Snapshots.stopping(Snapshots.BREACH)), 80, 24));
    }

    @Test
    void while_killing_it_says_that_sigkill_is_out() {
        assertEquals(
                """
                  NAME   STATE        MEMORY      LIMIT    % USED      LAST 5 MIN         UPTIME
                  leaker KILLING   540.0 MiB  512.0 MiB 105% █████████            ▁▃▅▇█ 00:01:20
                 stop asked for at the socket; SIGKILL sent
                ─ log  leaker ──────────────────────────────────────────────────────────────────
                 hoarding 1 block
                 hoarding 2 blocks



                 ? help  q quit  s stop  r restart  K kill  l log  e events  t tree  g graph
                """,
                Screens.of(in(Snapshots.killing(ASKED)), 80, 10));
    }

    @Test
    void what_cannot_be_killed_is_called_so_and_the_longer_word_takes_its_room_from_others() {
        assertEquals(
                """
                  NAME   STATE          MEMORY      LIMIT    % USED     LAST 5 MIN        UPTIME
                  leaker UNKILLABLE  540.0 MiB  512.0 MiB 105% ████████           ▁▃▅▇█ 00:01:20
                 stop asked for at the socket; 2 processes survive SIGKILL
                ─ log  leaker ──────────────────────────────────────────────────────────────────
                 hoarding 1 block
                 hoarding 2 blocks



                 ? help  q quit  s stop  r restart  K kill  l log  e events  t tree  g graph
                """,
                Screens.of(in(Snapshots.unkillable(ASKED)), 80, 10));
    }

    @Test
    void what_is_gone_tells_how_it_ended() {
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB 0.4%

                  NAME   STATE        MEMORY      LIMIT    % USED      LAST 5 MIN         UPTIME
                  leaker GONE            0 B  512.0 MiB   0% ░░░░░░░░░            ▁▃▅▇█ 00:00:00
                 memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3); SIGTERM, ended after 0.21…
                ─ log  leaker ──────────────────────────────────────────────────────────────────
                 hoarding 1 block
                 hoarding 2 blocks



                 ? help  q quit  s stop  r restart  K kill  l log  e events  t tree  g graph
                """,
                Screens.of(in(Snapshots.gone()), 80, 12));
    }

    @Test
    void before_the_first_reading_there_is_an_empty_graph() {
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB 0.4% · poll every 100 ms
                 machine 6.80 GiB of 16.0 GiB, 42% · pressure some 0.4% full 0.1%
                 socket /tmp/sentinel.socket · metrics http://127.0.0.1:8000/metrics

                  NAME   STATE        MEMORY      LIMIT    % USED      LAST 5 MIN         UPTIME
                  leaker STARTING        0 B  512.0 MiB   0% ░░░░░░░░░                  00:00:00
                ─ graph  memory of leaker, last 1m8s · peak 0 B ────────────────────────────────
                 512.0 MiB │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
                           │
                           │
                           │
                           │
                           │
                         0 │
                           └──────────────────────┴─────────────────────┴──────────────────────┴
                            -1m7s               -45s                  -23s                   now
                ─ log  leaker ──────────────────────────────────────────────────────────────────






                 ? help  q quit  s stop  r restart  K kill  l log  e events  t tree  g graph
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
