package dev.sentinel.view.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.view.StatusReply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTableTest {

    private static final int ENDLESS = Integer.MAX_VALUE;

    private static final String LEAKER =
            """
            {"name":"leaker","state":"RUNNING","pid":4711,"measure":"rss","scope":"tree","detector":"poll",
            "used_bytes":493921239,"resident_bytes":493921239,"peak_bytes":503316480,"processes":3,
            "limit_bytes":536870912,"soft_limit_bytes":402653184,"growth_bytes_per_second":1048576,
            "time_to_limit":41.2,"starts":2,"uptime":8041.5,"held_by":"cgroup /sys/fs/cgroup/x",
            "last_exit_code":137}
            """;

    private static final String QUIET =
            """
            {"name":"a-database-with-a-long-name","state":"STOPPING","used_bytes":1024,"processes":1,
            "growth_bytes_per_second":0,"uptime":90061}
            """;

    private static final String GONE =
            "{\"name\":\"x\",\"state\":\"GONE\",\"used_bytes\":0,\"processes\":0,\"uptime\":1}";

    private static String table(boolean wide, int room, boolean colours, String... targets) {
        StatusReply status = StatusReply.read("{\"targets\":[" + String.join(",", targets) + "]}");
        return String.join("\n", StatusTable.of(wide, colours).lines(status.targets(), room))
                + "\n";
    }

    @Test
    void each_target_is_a_row_and_what_is_not_known_a_dash() {
        assertEquals(
                """
                NAME                         STATE      PID     MEMORY      LIMIT   %     GROWTH  TIME-TO-LIMIT  PROCS  STARTS        UP
                leaker                       RUNNING   4711  471.0 MiB  512.0 MiB  92  1.0 MiB/s           41 s      3       2  02:14:01
                a-database-with-a-long-name  STOPPING     -    1.0 KiB          -   -      0 B/s              -      1       -    1d 01h
                x                            GONE         -        0 B          -   -          -              -      0       -  00:00:01
                """,
                table(false, ENDLESS, false, LEAKER, QUIET, GONE));
    }

    @Test
    void the_wide_one_tells_all() {
        assertEquals(
                """
                NAME    STATE     PID     MEMORY      LIMIT   %     GROWTH  TIME-TO-LIMIT  PROCS  STARTS        UP       PEAK        RSS       SOFT  MEASURE  DETECTOR  INTERVAL  LAST-EXIT  HELD-BY
                leaker  RUNNING  4711  471.0 MiB  512.0 MiB  92  1.0 MiB/s           41 s      3       2  02:14:01  480.0 MiB  471.0 MiB  384.0 MiB  rss      poll             -        137  cgroup /sys/fs/cgroup/x
                x       GONE        -        0 B          -   -          -              -      0       -  00:00:01          -          -          -  -        -                -          -  -
                """,
                table(true, ENDLESS, false, LEAKER, GONE));
    }

    @Test
    void the_name_gives_way_first() {
        assertEquals(
                """
                NAME               STATE      PID     MEMORY      LIMIT   %     GROWTH  TIME-TO-LIMIT  PROCS  STARTS        UP
                leaker             RUNNING   4711  471.0 MiB  512.0 MiB  92  1.0 MiB/s           41 s      3       2  02:14:01
                a-database-with-~  STOPPING     -    1.0 KiB          -   -      0 B/s              -      1       -    1d 01h
                """,
                table(false, 110, false, LEAKER, QUIET));
    }

    @Test
    void then_goes_what_tells_nothing() {
        assertEquals(
                """
                NAME         STATE      MEMORY  LIMIT  %  GROWTH  TIME-TO-LIMIT  PROCS        UP
                a-database~  STOPPING  1.0 KiB      -  -   0 B/s              -      1    1d 01h
                x            GONE          0 B      -  -       -              -      0  00:00:01
                """,
                table(false, 80, false, QUIET, GONE));
    }

    @Test
    void and_then_what_matters_least() {
        assertEquals(
                """
                NAME          STATE      PID     MEMORY      LIMIT   %     GROWTH  TIME-TO-LIMIT
                leaker        RUNNING   4711  471.0 MiB  512.0 MiB  92  1.0 MiB/s           41 s
                a-database-~  STOPPING     -    1.0 KiB          -   -      0 B/s              -
                """,
                table(false, 80, false, LEAKER, QUIET));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 53, 66, 79, 80, 100, 119, 120, 200})
    void no_line_is_longer_than_there_is_room(int room) {
        table(true, room, false, LEAKER, QUIET, GONE)
                .lines()
                .forEach(line -> assertTrue(line.length() <= room, line));
    }

    @Test
    void no_targets_are_a_heading() {
        assertEquals(1, table(false, 80, false).lines().count());
    }

    @Test
    void colours_add_to_what_the_words_say() {
        String coloured = table(false, ENDLESS, true, LEAKER, QUIET);
        assertTrue(coloured.contains("\u001b[32mRUNNING \u001b[m"), coloured);
        assertTrue(coloured.contains("\u001b[1;31m92\u001b[m"), coloured);
        assertEquals(
                table(false, ENDLESS, false, LEAKER, QUIET),
                coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }
}
