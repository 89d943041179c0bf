package dev.sentinel.view.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Command;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.scene.Scene;
import dev.sentinel.scene.SceneJson;
import dev.sentinel.view.SnapshotJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class CommandTextTest {

    private static final Requester SOMEBODY =
            new Requester("socket", Optional.of(new Requester.Peer(1000, 77)));
    private static final Command STOP_ALL = new Command.Stop("", new StopCause.Requested(SOMEBODY));
    private static final Snapshot RUNNING = Snapshots.of(Snapshots.running());
    private static final TargetStatus GONE = Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 540);

    private final List<Command> sent = new ArrayList<>();
    private boolean full;
    private Snapshot now = RUNNING;

    @Test
    void status_is_a_line_for_each_target() {
        assertEquals(
                """
                leaker RUNNING pid 4711 rss 384.0 MiB of 512.0 MiB (75 %) peak 384.0 MiB\
                 processes 3 up 00:01:20 held by cgroup seen by poll of statm
                """,
                answer("status"));
    }

    @Test
    void without_a_limit_status_shows_no_share() {
        var free = Snapshots.in(Snapshots.up(), new Limit(ByteSize.ZERO, Duration.ZERO), 10);
        assertEquals(
                "leaker RUNNING pid 4711 rss 10.0 MiB peak 10.0 MiB processes 3 up 00:01:20 held by cgroup seen by poll of statm",
                StatusText.of(Snapshots.of(free)));
    }

    @Test
    void a_leak_is_told_of_at_the_end_of_the_line() {
        String line = StatusText.of(Snapshots.of(Snapshots.leaking()));
        assertTrue(
                line.endsWith(", growth consistent with a leak: 1.0 MiB/s, at the limit in 2 m"),
                line);
    }

    @Test
    void after_the_end_status_shows_no_pid() {
        assertEquals(
                "leaker GONE rss 0 B of 512.0 MiB (0 %) peak 540.0 MiB processes 0 up 00:00:00 held by cgroup seen by poll of statm",
                StatusText.of(Snapshots.of(GONE)));
    }

    @Test
    void help_lists_the_verbs() {
        assertEquals(
                """
                status                                          what is guarded, one line each
                stop [NAME]                                     end one target, or all: politely, then firmly; answers when it is gone or cannot be
                restart [NAME]                                  end one target, or all, and start it again; answers when it runs
                signal NAME SIG                                 send a signal to the command itself; KILL ends its whole tree at once
                limit NAME SIZE                                 change the memory limit, from now on: 600M, 80%, 0 for none
                logs NAME [LINES] [since=D] [follow] [colours]  the last lines of its output, where Sentinel keeps it
                events [after=N] [recent]                       what has happened and, unless only that is asked for, what happens
                top [NAME]                                      all that a screen shows, with processes and output of that target; only as JSON
                metrics                                         what Prometheus is told
                version                                         which Sentinel this is
                help                                            this list
                json VERB ...                                   the same for programs
                """,
                answer("help"));
    }

    @Test
    void version_names_the_build() {
        assertEquals("sentinel 0.1.0 (abc1234)\n", answer("version"));
    }

    @Test
    void json_status_is_the_snapshot_in_a_line() {
        String json = SnapshotJson.status(RUNNING, Snapshots.OUTLETS, Snapshots.BUILD);
        assertEquals(json + "\n", answer("json status"));
    }

    @Test
    void json_top_is_the_scene_of_that_target_in_a_line() {
        now = Snapshots.of(Snapshots.running(), Snapshots.called("db"));
        Scene scene = Scene.of(now, Snapshots.OUTLETS, Snapshots.BUILD, "db");
        assertEquals(SceneJson.of(scene, "db") + "\n", answer("json top db"));
        assertNotEquals(answer("json top"), answer("json top db"));
        assertEquals(
                """
                {"ok":false,"error":"unknown-target","text":"no target is called 'x'; there are: leaker, db"}
                """,
                answer("json top x"));
    }

    @Test
    void output_that_is_not_kept_cannot_be_told() {
        now = Snapshots.of(Snapshots.starting());
        assertEquals(
                """
                ERR no-output leaker: its output goes where Sentinel's own goes, and is not kept
                """,
                answer("logs leaker"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" status ", "\tstatus\r", "status\r"})
    void space_around_a_request_does_not_matter(String line) {
        assertEquals(answer("status"), answer(line));
    }

    @ParameterizedTest
    @CsvSource({
        "'',            'ERR empty a request is one line; ''help'' lists what can be asked'",
        "'  ',          'ERR empty a request is one line; ''help'' lists what can be asked'",
        "run rm,        'ERR unknown-verb there is no ''run''; ''help'' lists what can be asked'",
        "STATUS,        'ERR unknown-verb there is no ''STATUS''; ''help'' lists what can be asked'",
        "json,          'ERR usage json has one of the other verbs behind it; ''help'' lists them'",
        "status x,      'ERR usage status takes no words after it'",
        "signal leaker, 'ERR usage it is: signal NAME SIG'",
        "signal x TERM, 'ERR unknown-target no target is called ''x''; there are: leaker'",
        "limit leaker,  'ERR usage it is: limit NAME SIZE'",
        "logs,          'ERR usage it is: logs NAME [LINES] [since=D] [follow] [colours]'",
        "logs x,        'ERR unknown-target no target is called ''x''; there are: leaker'",
        "top,           'ERR usage only as JSON is that told: json top [NAME]'",
        "events x,      'ERR usage it is: events [after=N] [recent]'",
        "events after=x, 'ERR usage it is: events [after=N] [recent]'",
        "stop a b,      'ERR usage stop takes one name, or none for all'",
        "stop nobody,   'ERR unknown-target no target is called ''nobody''; there are: leaker'",
        "stop \u009b2J, 'ERR unknown-target no target is called ''\\x9b2J''; there are: leaker'",
    })
    void what_cannot_be_done_is_refused_in_a_line(String line, String reply) {
        assertEquals(reply + "\n", answer(line));
        assertEquals(List.of(), sent);
    }

    @Test
    void a_hostile_verb_comes_back_harmless_and_short() {
        assertEquals(
                "ERR unknown-verb there is no '\\x1b]52;%s'; 'help' lists what can be asked\n"
                        .formatted("x".repeat(35)),
                answer("\u001b]52;" + "x".repeat(1000)));
    }

    @ParameterizedTest
    @CsvSource({"stop, ''", "stop leaker, leaker"})
    void stop_sends_the_wish(String line, String target) {
        reply(line);
        assertEquals(List.of(new Command.Stop(target, new StopCause.Requested(SOMEBODY))), sent);
    }

    @Test
    void stop_answers_only_when_the_target_is_gone() {
        var later = assertInstanceOf(Reply.Later.class, reply("stop"));
        assertEquals(Optional.empty(), later.text().apply(RUNNING));
        assertEquals(Optional.empty(), later.text().apply(Snapshots.of(Snapshots.starting())));
        assertEquals(Optional.empty(), later.text().apply(Snapshots.of(stopping())));
        assertEquals(
                Optional.of(
                        "OK leaker: memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3); SIGTERM,"
                                + " ended after 0.21 s\n"),
                later.text().apply(Snapshots.of(GONE)));
        assertEquals(List.of(STOP_ALL), sent);
    }

    @Test
    void stop_does_not_wait_for_what_cannot_be_killed() {
        var stuck = Snapshots.in(Snapshots.unkillable(Snapshots.BREACH), Snapshots.LIMIT, 540);
        var later = assertInstanceOf(Reply.Later.class, reply("stop"));
        assertEquals(Optional.empty(), later.text().apply(Snapshots.of(stuck, stopping())));
        assertEquals(
                Optional.of(
                        "ERR unkillable leaker: 2 processes survive SIGKILL; watching on\n"
                                + "OK leaker: memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3);"
                                + " SIGTERM, ended after 0.21 s\n"),
                later.text().apply(Snapshots.of(stuck, GONE)));
    }

    @Test
    void what_cannot_be_killed_is_in_the_status() {
        var stuck = Snapshots.in(Snapshots.unkillable(Snapshots.BREACH), Snapshots.LIMIT, 540);
        assertEquals(
                "leaker UNKILLABLE pid 4711 rss 540.0 MiB of 512.0 MiB (105 %) peak 540.0 MiB"
                        + " processes 3 up 00:01:20 held by cgroup seen by poll of statm",
                StatusText.of(Snapshots.of(stuck)));
    }

    @Test
    void how_well_a_breach_was_noticed_is_in_the_status() {
        String status = StatusText.of(Snapshots.of(Snapshots.breached()));
        assertTrue(
                status.endsWith(", breach noticed within 4 ms, over by 28.0 MiB, 40.0 MiB at most"),
                status);
    }

    @Test
    void a_full_mailbox_is_told_at_once() {
        full = true;
        assertEquals("ERR busy too many commands are waiting; try again\n", answer("stop"));
    }

    private static TargetStatus stopping() {
        return Snapshots.in(Snapshots.stopping(Snapshots.BREACH), Snapshots.LIMIT, 540);
    }

    private String answer(String line) {
        return assertInstanceOf(Reply.Now.class, reply(line)).text();
    }

    private Reply reply(String line) {
        var sources =
                new CommandText.Sources(
                        () -> now,
                        () -> now,
                        () -> Snapshots.OUTLETS,
                        this::take,
                        () -> "sentinel_x 1\n",
                        new CommandCounts(),
                        Snapshots.BUILD);
        return new CommandText(sources).answer(line, SOMEBODY);
    }

    private boolean take(Command command) {
        return !full && sent.add(command);
    }
}
