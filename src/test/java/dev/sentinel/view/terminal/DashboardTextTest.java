package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Event;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Measure;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.TargetStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whole screens of several sizes.
class DashboardTextTest {

    private static final Limit SOFT =
            new Limit(
                    ByteSize.ofMebibytes(512),
                    ByteSize.ofMebibytes(400),
                    Duration.ZERO,
                    Measure.USUAL);

    @Test
    void the_usual_terminal() {
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB 0.4% · poll every 100 ms
                 machine 6.80 GiB of 16.0 GiB, 42% · pressure some 0.4% full 0.1%
                 socket /tmp/sentinel.socket · metrics http://127.0.0.1:8000/metrics

                  NAME   STATE        MEMORY      LIMIT    % USED      LAST 5 MIN         UPTIME
                  leaker RUNNING   384.0 MiB  512.0 MiB  75% ███████░░            ▁▃▄▆▆ 00:01:20
                 growth consistent with a leak: 1.0 MiB/s, at the limit in 2 m
                ─ graph  memory of leaker, last 2m16s · peak 384.0 MiB ─────────────────────────
                 512.0 MiB │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
                           │                                                              ▂▂▂▂▂▂
                           │                                                    ▂▂▂▂▂▆▆▆▆▆██████
                           │                                          ▁▁▁▁▁▆▆▆▆▆████████████████
                           │                                ▁▁▁▁▁▅▅▅▅▅██████████████████████████
                         0 │                           ▅▅▅▅▅████████████████████████████████████
                           └──────────────────────┴─────────────────────┴──────────────────────┴
                            -2m14s             -1m30s                 -46s                   now
                ─ log  leaker ──────────────────────────────────────────────────────────────────
                 hoarding 1 block
                 hoarding 2 blocks




                 ? help  q quit  s stop  r restart  K kill  l log  e events  t tree  g graph
                """,
                Screens.of(Snapshots.leaking(), 80, 24));
    }

    @Test
    void a_small_one() {
        assertEquals(
                """
                  NAME   STATE        MEMORY    % USED
                  leaker RUNNING   384.0 MiB  75% █████░
                 growth consistent with a leak: 1.0 MiB…
                ─ log  leaker ──────────────────────────
                 hoarding 1 block
                 hoarding 2 blocks



                 ? help  q quit  s stop  r restart
                """,
                Screens.of(Snapshots.leaking(), 40, 10));
    }

    @Test
    void a_tiny_one() {
        assertEquals(
                """
                  NAME       MEMORY
                  leaker  384.0 MiB
                 growth consistent …

                 ? help  q quit
                """,
                Screens.of(Snapshots.leaking(), 20, 5));
    }

    @Test
    void a_large_one_shows_everything_at_once() {
        Snapshot snapshot =
                Snapshots.telling(
                        Snapshots.of(
                                Snapshots.in(Snapshots.up(), SOFT, 450),
                                Snapshots.called("api"),
                                Snapshots.called("worker-with-a-long-name")),
                        new Event.Started(Snapshots.PROCESS),
                        new Event.Killed(Duration.ofSeconds(3)),
                        new Event.Restarted(Snapshots.PROCESS));
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB 0.4% · poll every 100 ms
                 machine 6.80 GiB of 16.0 GiB, 42% · pressure some 0.4% full 0.1%
                 socket /tmp/sentinel.socket · metrics http://127.0.0.1:8000/metrics

                  NAME                        PID STATE        MEMORY      LIMIT    % USED             LAST 5 MIN                  GROWTH  TO LIMIT   CPU% PROCS   THR   FDS  RST   UPTIME
                ▸ leaker                     4711 RUNNING   450.0 MiB  512.0 MiB  88% ██████████████░░                ▁▂▃▅▆▇█           -         -   99.0     3    26    85    0 00:01:20
                  api                        4711 RUNNING   384.0 MiB  512.0 MiB  75% ████████████░░░░                ▁▂▃▄▅▆▆           -         -   99.0     3    26    85    0 00:01:20
                  worker-with-a-long-name    4711 RUNNING   384.0 MiB  512.0 MiB  75% ████████████░░░░                ▁▂▃▄▅▆▆           -         -   99.0     3    26    85    0 00:01:20
                ─ graph  memory of leaker, last 1m30s · peak 450.0 MiB · R started again, K killed ─────────────────── ─ tree  leaker · cgroup /sys/fs/cgroup/sentinel-1-1 ───────────────
                 512.0 MiB │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌      PID     MEMORY   CPU%   THR   FDS  PROCESS
                           │                                                                                               4711  312.0 MiB   87.0    21    64  leaker
                           │                                                                               ▇▇▇▇▇▇▇▇▇▇▇     4712   48.0 MiB   12.0     4    12  ├─ worker
                 400.0 MiB │┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈▄▄▄▄▄▄▄▄▄▄███████████     4713   24.0 MiB    0.0     1     9  └─ worker
                           │                                                           ▁▁▁▁▁▁▁▁▁▁█████████████████████
                           │                                                           ███████████████████████████████
                           │                                                 ▆▆▆▆▆▆▆▆▆▆███████████████████████████████
                           │                                       ▄▄▄▄▄▄▄▄▄▄█████████████████████████████████████████
                           │                             ▁▁▁▁▁▁▁▁▁▁███████████████████████████████████████████████████
                           │                             █████████████████████████████████████████████████████████████
                           │                   ▆▆▆▆▆▆▆▆▆▆█████████████████████████████████████████████████████████████
                           │         ▃▃▃▃▃▃▃▃▃▃███████████████████████████████████████████████████████████████████████
                         0 │         █████████████████████████████████████████████████████████████████████████████████
                           └───────────KR─────────┴─────────────────────┴─────────────────────┴──────────────────────┴
                            -1m29s              -1m7s                 -45s                  -23s                   now
                ─ log  leaker ──────────────────────────────────────────────────────────────────────────────────────── ─ events ──────────────────────────────────────────────────────────
                 hoarding 1 block                                                                                       00:00:01  leaker: started, pid 4711
                 hoarding 2 blocks                                                                                      00:00:02  leaker: sending SIGKILL to what is left after 3.00 s
                                                                                                                        00:00:03  leaker: started again, pid 4711







                 ? help  q quit  s stop  r restart  K kill  l log  e events  t tree  g graph  m limit  x signal  / find  \\ filter  > sort  Space pause  F follow
                """,
                Screens.of(snapshot, 170, 36));
    }

    @Test
    void ascii_does_as_well() {
        Screenful what = Screens.first(Screens.scene(Snapshots.in(Snapshots.up(), SOFT, 450)));
        assertEquals(
                """
                 Sentinel 0.1.0 | up 00:01:20 | itself 48.0 MiB 0.4% | poll every 100 ms
                 machine 6.80 GiB of 16.0 GiB, 42% | pressure some 0.4% full 0.1%
                 socket /tmp/sentinel.socket | metrics http://127.0.0.1:8000/metrics

                  NAME   STATE        MEMORY      LIMIT    % USED      LAST 5 MIN         UPTIME
                  leaker RUNNING   450.0 MiB  512.0 MiB  88% ########.            .-+## 00:01:20
                - graph  memory of leaker, last 2m16s | peak 450.0 MiB -------------------------
                 512.0 MiB |--------------------------------------------------------------------
                 400.0 MiB |..............................................................######
                           |                                                    -----###########
                           |                                               +++++################
                           |                                     _____##########################
                           |                                =====###############################
                         0 |                           *****####################################
                           +----------------------+---------------------+----------------------+
                            -2m14s             -1m30s                 -46s                   now
                - log  leaker ------------------------------------------------------------------
                 hoarding 1 block
                 hoarding 2 blocks




                 ? help  q quit  s stop  r restart  K kill  l log  e events  t tree  g graph
                """,
                Screens.text(new DashboardText(Glyphs.ASCII).draw(what, 80, 24).lines()));
    }

    @Test
    void without_a_limit_there_is_no_share_of_it() {
        TargetStatus free =
                Snapshots.in(Snapshots.up(), new Limit(ByteSize.ZERO, Duration.ZERO), 384);
        assertEquals(
                """
                 Sentinel 0.1.0 · up 00:01:20 · itself 48.0 MiB 0.4% · poll every 100 ms

                  NAME   STATE        MEMORY      LIMIT    % USED      LAST 5 MIN         UPTIME
                  leaker RUNNING   384.0 MiB       none    -                      ▁▃▅▇█ 00:01:20
                ─ log  leaker ──────────────────────────────────────────────────────────────────
                 hoarding 1 block
                 hoarding 2 blocks






                 ? help  q quit  s stop  r restart  K kill  l log  e events  t tree  g graph
                """,
                Screens.of(free, 80, 14));
    }

    @Test
    void of_many_targets_those_around_the_selected_one_are_listed() {
        List<TargetStatus> many = new ArrayList<>();
        for (int number = 1; number <= 50; number++) {
            many.add(Snapshots.called("worker-" + number));
        }
        Snapshot snapshot = Snapshots.of(many.toArray(TargetStatus[]::new));
        String screen = Screens.of(Screens.scene(snapshot), 80, 24, downBy(30));
        assertTrue(screen.contains("▸ worker-31 "), screen);
        assertTrue(screen.contains("─ log  worker-31 ─"), screen);
        assertFalse(screen.contains(" worker-1 "), screen);
    }

    private static String[] downBy(int rows) {
        String[] presses = new String[rows];
        Arrays.fill(presses, "Down");
        return presses;
    }

    @Test
    void nobody_to_guard_is_told() {
        assertTrue(Screens.of(Snapshots.of(), 80, 24).contains("nothing is guarded"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b]52;c;aGk=\u0007", "\u001b[2J", "\u009b2J", "\u202e", "\u0000"})
    void nothing_that_a_command_prints_acts_on_the_terminal(String hostile) {
        TargetStatus printing =
                Snapshots.printing(Snapshots.running(), List.of("before" + hostile + "after"));
        String screen = Screens.of(printing, 80, 24);
        assertFalse(screen.codePoints().anyMatch(DashboardTextTest::acts), screen);
        assertTrue(screen.contains("before"), screen);
    }

    private static boolean acts(int point) {
        int type = Character.getType(point);
        return point != '\n' && (type == Character.CONTROL || type == Character.FORMAT);
    }
}
