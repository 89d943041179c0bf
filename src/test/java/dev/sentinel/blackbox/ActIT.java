package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Client commands that change something or tell what has happened, at two copies of a command.
@SideBySide
class ActIT {

    private static final String CHATTY =
            "trap 'echo got usr1' USR1; echo ready; while :; do sleep 0.1; done";

    private static Guard two;

    @BeforeAll
    static void guard_two() throws Exception {
        two = Guard.start("--copies", "2", "--name", "talk", "sh", "-c", CHATTY).awaitRunning();
        Eventually.isTrue(Guard.SOON, "both", () -> two.program().out().lines().count() == 2);
    }

    @AfterAll
    static void end() throws Exception {
        two.close();
    }

    private static Program.Result run(Path socket, String line) throws Exception {
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        words.addAll(List.of("--socket", socket.toString()));
        return Guard.run(words.toArray(String[]::new));
    }

    private static String told(String line) throws Exception {
        Program.Result result = run(two.socket(), line);
        assertEquals("", result.err());
        assertEquals(0, result.code());
        return result.out();
    }

    @Test
    void a_restart_answers_when_it_runs_again() throws Exception {
        assertTrue(told("restart talk-2").matches("talk-2: started again, pid \\d+\n"));
        assertTrue(told("events").contains(" talk-2 restarted: "));
        JsonObject status = JsonParser.object().from(told("status -o json talk-2"));
        assertTrue(status.getArray("targets").getObject(0).getInt("starts") >= 2);
    }

    @Test
    void a_signal_reaches_the_command() throws Exception {
        assertTrue(told("signal talk-1 usr1").startsWith("talk-1: "));
        Eventually.isTrue(Guard.SOON, "the trap", () -> two.program().out().contains("got usr1\n"));
    }

    @Test
    void another_limit_is_in_the_status_at_once() throws Exception {
        assertTrue(told("limit talk-1 600M").startsWith("talk-1: "));
        assertTrue(told("status talk-1").contains(" 600.0 MiB "));
        told("limit talk-1 0");
        JsonObject status = JsonParser.object().from(told("status -o json talk-1"));
        assertEquals(false, status.getArray("targets").getObject(0).has("limit_bytes"));
    }

    @Test
    void events_are_lines_for_people_or_for_programs() throws Exception {
        String first = told("events").lines().findFirst().orElse("");
        assertTrue(first.matches("\\S+Z talk-1 started: started, pid \\d+"), first);
        String json = told("events -o json").lines().findFirst().orElse("");
        assertEquals("talk-1", JsonParser.object().from(json).getString("target"));
    }

    @Test
    void following_ends_with_its_reader_also_when_nothing_happens() throws Exception {
        String script = "%s events -f --socket %s | head -1".formatted(Guard.BINARY, two.socket());
        Program.Result result = Program.shell(Guard.SOON, Guard.ENVIRONMENT, script);
        assertEquals("", result.err());
        assertEquals(1, result.out().lines().count());
    }

    @Test
    void following_ends_with_sentinel_and_with_ctrl_c() throws Exception {
        try (Guard guard = Guard.start("--name", "one", "sleep", "60").awaitRunning();
                Program ends = follow(guard);
                Program interrupted = follow(guard)) {
            interrupted.signal("INT");
            assertEquals(130, interrupted.await(Guard.SOON).code());
            guard.stop();
            Program.Result result = ends.await(Guard.SOON);
            assertEquals(0, result.code(), result.err());
            assertTrue(result.out().contains(" one ended: "), result.out());
        }
    }

    private static Program follow(Guard guard) throws Exception {
        String socket = guard.socket().toString();
        Program program =
                Program.start(
                        Guard.ENVIRONMENT,
                        List.of(Guard.BINARY.toString(), "events", "-f", "--socket", socket));
        Eventually.isTrue(Guard.SOON, "an event", () -> program.out().contains(" one started"));
        return program;
    }

    @Test
    void output_that_is_not_kept_cannot_be_told() throws Exception {
        Program.Result result = run(two.socket(), "logs talk-1");
        assertEquals(1, result.code());
        assertTrue(result.err().startsWith("sentinel: talk-1: its output goes "), result.err());
    }

    @Test
    void kept_output_is_told_and_followed() throws Exception {
        String script = "i=0; while :; do i=$((i + 1)); echo line $i; sleep 0.2; done";
        Path socket = two.socket().resolveSibling("kept");
        try (Terminal terminal = Terminal.open(100, 20)) {
            terminal.type(
                    "%s --no-metrics --name kept --socket %s -- sh -c '%s'"
                            .formatted(Guard.BINARY, socket, script));
            terminal.await("output", screen -> screen.contains("line 3"));
            String last = run(socket, "logs --tail 2").out();
            assertTrue(last.matches("line \\d+\nline \\d+\n"), last);
            assertTrue(run(socket, "logs kept --since 1m").out().startsWith("line 1\nline 2\n"));
            String follow = "%s logs -f -n 1 --socket %s | head -3".formatted(Guard.BINARY, socket);
            Program.Result result = Program.shell(Guard.SOON, Guard.ENVIRONMENT, follow);
            assertEquals("", result.err());
            assertTrue(result.out().matches("line \\d+\nline \\d+\nline \\d+\n"), result.out());
        }
    }
}
