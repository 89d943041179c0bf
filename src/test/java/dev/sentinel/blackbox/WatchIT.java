package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

/// `status --watch` on a terminal.
class WatchIT {

    private static String watch(Guard guard) {
        return "%s status --watch --socket %s; echo \"code $?\""
                .formatted(Guard.BINARY, guard.socket());
    }

    @Test
    void the_table_is_drawn_in_place_until_ctrl_c() throws Exception {
        try (Guard guard = Guard.start("--copies", "3", "--name", "nap", "sleep", "60");
                Terminal terminal = Terminal.open(80, 10)) {
            guard.awaitRunning();
            terminal.type(watch(guard));
            String screen =
                    terminal.await(
                            "a table that moves",
                            now -> now.startsWith("NAME ") && now.contains(" 00:00:03"));
            assertEquals(4, screen.lines().filter(line -> !line.isBlank()).count(), screen);
            terminal.awaitModes("alternate=0 cursor=0");

            terminal.resize(40, 4);
            String small = terminal.await("a smaller one", now -> now.contains("more; name those"));
            assertEquals(
                    List.of("NAME", "nap-1", "and"),
                    small.lines()
                            .filter(line -> !line.isBlank())
                            .map(line -> line.replaceFirst(" .*", ""))
                            .toList());
            terminal.resize(100, 10);
            terminal.await("a larger one", now -> now.contains("TIME-TO-LIMIT"));

            terminal.press("C-c");
            terminal.await("the code", now -> now.contains("code 130"));
            terminal.awaitModes("alternate=0 cursor=1");
        }
    }

    @Test
    void it_outlives_sentinel_by_a_sentence() throws Exception {
        try (Guard guard = Guard.start("--name", "nap", "sleep", "60").awaitRunning();
                Terminal terminal = Terminal.open(120, 10)) {
            terminal.type(watch(guard));
            terminal.await("a table", now -> now.startsWith("NAME "));
            guard.stop();
            String screen = terminal.await("the code", now -> now.contains("code 3"));
            assertTrue(screen.contains("nap "), screen);
            assertTrue(screen.contains(" has ended; above is what it told last"), screen);
            terminal.awaitModes("alternate=0 cursor=1");
        }
    }
}
