package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The client commands at a Sentinel that guards three copies of one command.
@SideBySide
class ClientIT {

    private static Guard three;

    @BeforeAll
    static void guard_three() throws Exception {
        three = Guard.start("--copies", "3", "--name", "nap", "sleep", "600").awaitRunning();
        Eventually.isTrue(
                Guard.SOON,
                "all three",
                () -> three.ask("status").lines().allMatch(line -> line.contains(" RUNNING ")));
    }

    @AfterAll
    static void end() throws Exception {
        three.close();
    }

    /// Runs the client against the three.
    private static Program.Result run(String line) throws Exception {
        return run(three, line);
    }

    private static Program.Result run(Guard guard, String line) throws Exception {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("--socket", guard.socket().toString()));
        return Guard.run(words.toArray(String[]::new));
    }

    private static String told(String line) throws Exception {
        Program.Result result = run(line);
        assertEquals("", result.err());
        assertEquals(0, result.code());
        return result.out();
    }

    @Test
    void a_status_is_a_table() throws Exception {
        String table = told("status");
        List<String> lines = table.lines().toList();
        assertTrue(lines.getFirst().matches("NAME   STATE +PID +MEMORY +LIMIT +% .*"), table);
        assertTrue(
                lines.get(1)
                        .matches("nap-1  RUNNING +\\d+ +\\d+\\.\\d [KM]iB +512\\.0 MiB +\\d+ .*"),
                table);
        assertEquals(4, lines.size(), table);
        assertEquals(List.of(), lines.stream().filter(line -> line.contains("\u001b")).toList());
    }

    @Test
    void ps_is_another_word_for_it() throws Exception {
        assertTrue(told("ps nap-2").lines().skip(1).allMatch(line -> line.startsWith("nap-2 ")));
    }

    @Test
    void the_wide_table_tells_what_the_other_does_not() throws Exception {
        String table = told("status -o wide");
        assertTrue(table.lines().findFirst().orElse("").contains("  PEAK  "), table);
        assertTrue(table.contains("poll"), table);
    }

    @Test
    void json_is_what_the_server_says_of_those_who_are_named() throws Exception {
        JsonObject all = JsonParser.object().from(told("status -o json"));
        assertEquals(3, all.getArray("targets").size());
        JsonObject some = JsonParser.object().from(told("status --output=json nap-3 nap-1"));
        assertEquals(2, some.getArray("targets").size());
        assertEquals("nap-1", some.getArray("targets").getObject(0).getString("name"));
        assertEquals(all.getObject("sentinel").keySet(), some.getObject("sentinel").keySet());
    }

    @Test
    void names_alone_are_for_scripts() throws Exception {
        assertEquals("nap-1\nnap-2\nnap-3\n", told("status -o name"));
    }

    @Test
    void the_socket_may_stand_in_the_environment() throws Exception {
        var environment = Map.of("SENTINEL_SOCKET", three.socket().toString());
        Program.Result result = Guard.run(environment, "status", "-o", "name", "nap-1");
        assertEquals("nap-1\n", result.out(), result.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status nap-7 | did you mean 'nap-1'? there are: nap-1, nap-2, nap-3",
                "status nap-1 other | there are: nap-1, nap-2, nap-3",
                "stop NAP-2x | did you mean 'nap-2'? there are: nap-1, nap-2, nap-3",
                "restart nap | there are: nap-1, nap-2, nap-3",
                "signal other TERM | there are: nap-1, nap-2, nap-3",
                "limit other 1G | there are: nap-1, nap-2, nap-3",
                "logs other | there are: nap-1, nap-2, nap-3",
            })
    void an_unknown_name_is_4_and_nothing_is_done(String line, String hint) throws Exception {
        Program.Result result = run(line);
        assertEquals(4, result.code(), result.err());
        assertEquals("", result.out());
        assertTrue(result.err().startsWith("sentinel: no target is called '"), result.err());
        assertTrue(result.err().endsWith("'; " + hint + "\n"), result.err());
        assertEquals(3, three.ask("status").lines().filter(one -> one.contains("RUNNING")).count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stop | stop which? there are: nap-1, nap-2, nap-3; name them, or write --all",
                "stop --all nap-1 | --all and a name are too much; write one of them",
                "stop nap-1 --timeout 5 | --timeout: '5' is not a duration; write a number with a unit, for"
                        + " instance 250ms, 3s or 5m",
                "status -o xml | --output: 'xml' is neither table, wide, json nor name",
                "status --wacth | 'sentinel status' does not take '--wacth'; to guard a program of that name,"
                        + " write 'sentinel run status --wacth --socket SOCKET'",
                "events nap-1 | 'sentinel events' does not take 'nap-1'; to guard a program of that name, write"
                        + " 'sentinel run events nap-1 --socket SOCKET'",
                "signal nap-1 BANG | 'BANG' is not a signal; write a name or a number, for instance TERM, INT or"
                        + " 15",
                "signal nap-1 | missing required parameter: 'SIG'; see 'sentinel signal --help'",
                "limit nap-1 much | 'much' is not a size; write a number with a unit, for instance 512M, 1.5G or"
                        + " 80%",
                "logs --tail all | --tail: 'all' is not a number of lines",
            })
    void a_wrong_line_is_2_and_nothing_is_done(String line, String sentence) throws Exception {
        Program.Result result = run(line);
        String expected = sentence.replace("SOCKET", three.socket().toString());
        assertEquals("sentinel: " + expected + "\n", result.err());
        assertEquals(2, result.code());
        assertEquals("", result.out());
    }

    @Test
    void stop_ends_who_is_named_and_all_end_with_all() throws Exception {
        try (Guard guard = Guard.start("--copies", "3", "--name", "z", "sleep", "60")) {
            guard.awaitRunning();
            Program.Result two = run(guard, "stop z-3 z-1");
            String done =
                    "z-2: stop asked for at the socket[^;]*; SIGTERM, ended after 0\\.\\d\\d s\n";
            assertTrue(two.out().matches("(?:z-[13]: .*\n){2}"), two.out() + two.err());
            assertEquals(0, two.code());
            assertTrue(guard.ask("status").contains("z-2 RUNNING"));
            Program.Result all = run(guard, "stop --all");
            assertTrue(all.out().matches("(?s).*" + done + ".*"), all.out() + all.err());
            assertEquals(0, all.code());
            guard.await();
        }
    }

    @Test
    void the_only_target_needs_no_name() throws Exception {
        try (Guard guard = Guard.start("--name", "one", "sleep", "60").awaitRunning()) {
            Program.Result result = run(guard, "stop");
            assertTrue(result.out().startsWith("one: stop asked for at the socket"), result.err());
            assertEquals(0, result.code());
            assertEquals(143, guard.await().code());
        }
    }

    @Test
    void a_stop_that_takes_longer_than_one_waits_is_5() throws Exception {
        String stubborn = "trap '' TERM; echo deaf; while :; do sleep 0.1; done";
        try (Guard guard = Guard.start("-k", "30s", "sh", "-c", stubborn).awaitRunning()) {
            Eventually.isTrue(Guard.SOON, "a trap", () -> guard.program().out().contains("deaf"));
            Program.Result result = run(guard, "stop --timeout 100ms");
            assertEquals(5, result.code());
            assertTrue(
                    result.err().startsWith("sentinel: 'stop sh' is not done after 100 ms; "),
                    result.err());
            Eventually.isTrue(
                    Guard.SOON, "a stop", () -> guard.ask("status").contains(" STOPPING "));
        }
    }

    @Test
    void a_client_needs_no_watchdog() throws Exception {
        List<String> words =
                List.of(Guard.BINARY.toString(), "ps", "-w", "--socket", three.socket().toString());
        try (Program watch = Program.start(Guard.ENVIRONMENT, words)) {
            Eventually.isTrue(Guard.SOON, "a table", () -> watch.out().contains("nap-3"));
            String pid = Long.toString(watch.pid());
            assertEquals(Map.of(), CommandLines.of(other -> other.getLast().equals(pid)));
        }
    }

    @Test
    void the_table_goes_on_block_by_block() throws Exception {
        String script =
                "%s status --watch --socket %s | head -7".formatted(Guard.BINARY, three.socket());
        Program.Result result = Program.shell(Guard.SOON, Guard.ENVIRONMENT, script);
        List<String> lines = result.out().lines().toList();
        assertEquals("", result.err());
        assertEquals(7, lines.size(), result.out());
        assertTrue(lines.get(3).startsWith("nap-3 "), result.out());
        assertEquals("", lines.get(4));
        assertTrue(lines.get(5).startsWith("NAME "), result.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status", "stop", "restart", "signal", "limit", "logs", "events", "ps", "top"
            })
    void each_explains_itself(String word) throws Exception {
        Program.Result result = Guard.run(word, "--help");
        assertEquals(0, result.code());
        assertTrue(result.out().startsWith("Usage: sentinel " + word + " "), result.out());
        assertTrue(result.out().contains("--socket=PATH"), result.out());
        assertFalse(result.out().contains("@"), result.out());
    }
}
