package dev.sentinel.view.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Command;
import dev.sentinel.model.Event;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.TargetStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What changes something, beside `stop`.
class WishesTest {

    private static final Requester SOMEBODY = Requester.at("socket");
    private static final TargetStatus GONE = Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 540);

    private final List<Command> sent = new ArrayList<>();
    private Snapshot now = Snapshots.of(Snapshots.running());

    @Test
    void restart_answers_when_the_command_has_been_started_once_more() {
        Reply.Later later = later("restart leaker");
        assertEquals(List.of(new Command.Restart("leaker", SOMEBODY)), sent);
        assertEquals(Optional.empty(), later.text().apply(now));
        Event.Happening asked = new Event.Client(SOMEBODY, "restart");
        assertEquals(Optional.empty(), later.text().apply(Snapshots.telling(now, asked)));
        Snapshot again = Snapshots.of(Snapshots.startedAgain());
        assertEquals(
                Optional.of("OK leaker: started again, pid 4711\n"),
                later.text().apply(Snapshots.telling(again, asked)));
    }

    @Test
    void restart_of_what_ends_for_another_reason_is_refused() {
        Reply.Later later = later("restart");
        Event.Happening asked = new Event.Client(SOMEBODY, "restart");
        assertEquals(
                Optional.of(
                        "ERR stopped leaker: memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3);"
                                + " SIGTERM, ended after 0.21 s\n"),
                later.text().apply(Snapshots.telling(Snapshots.of(GONE), asked)));
    }

    @Test
    void restart_of_what_is_gone_waits_until_the_wish_has_come() {
        now = Snapshots.of(GONE);
        assertEquals(Optional.empty(), later("restart leaker").text().apply(now));
    }

    @Test
    void a_signal_is_told_once_it_is_sent() {
        Reply.Later later = later("signal leaker usr1");
        Signal usr1 = Signal.parse("USR1");
        assertEquals(List.of(new Command.Send("leaker", usr1, SOMEBODY)), sent);
        assertEquals(Optional.empty(), later.text().apply(now));
        assertEquals(
                Optional.of("OK leaker: SIGUSR1 sent\n"),
                later.text().apply(Snapshots.telling(now, new Event.Signalled(usr1, true))));
        assertEquals(
                Optional.of("ERR not-running leaker: SIGUSR1 reached nobody\n"),
                later.text().apply(Snapshots.telling(now, new Event.Signalled(usr1, false))));
    }

    @Test
    void sigkill_ends_the_whole_tree() {
        later("signal leaker KILL");
        assertEquals(List.of(new Command.Kill("leaker", new StopCause.Requested(SOMEBODY))), sent);
    }

    @Test
    void a_limit_is_told_once_it_counts() {
        Reply.Later later = later("limit leaker 600M");
        assertEquals(
                List.of(new Command.SetLimit("leaker", ByteSize.ofMebibytes(600), SOMEBODY)), sent);
        Limit after = Snapshots.LIMIT.of(ByteSize.ofMebibytes(600));
        assertEquals(
                Optional.of("OK leaker: limit 600.0 MiB, was 512.0 MiB\n"),
                later.text()
                        .apply(
                                Snapshots.telling(
                                        now, new Event.LimitChanged(Snapshots.LIMIT, after))));
    }

    @Test
    void a_part_of_the_machine_is_a_limit_too() {
        later("limit leaker 50%");
        assertEquals(
                List.of(new Command.SetLimit("leaker", ByteSize.ofMebibytes(8 << 10), SOMEBODY)),
                sent);
    }

    @ParameterizedTest
    @CsvSource({
        "limit leaker much, bad-value",
        "limit leaker -1, bad-value",
        "limit leaker 1K2, bad-value",
        "signal leaker NONE, bad-value",
        "signal leaker 0, bad-value",
        "signal leaker 65, bad-value",
    })
    void what_is_no_value_is_refused(String line, String word) {
        String answer = assertInstanceOf(Reply.Now.class, reply(line)).text();
        assertEquals("ERR " + word, answer.substring(0, word.length() + 4), answer);
        assertEquals(List.of(), sent);
    }

    @Test
    void who_does_not_run_gets_no_signal() {
        now = Snapshots.of(GONE);
        assertEquals(
                new Reply.Now("ERR not-running leaker: it is GONE\n"), reply("signal leaker HUP"));
        assertEquals(List.of(), sent);
    }

    @Test
    void programs_are_answered_in_json() {
        assertEquals(
                new Reply.Now(
                        "{\"ok\":false,\"error\":\"unknown-target\",\"text\":\"no target is called 'x'; there are: leaker\"}\n"),
                reply("json stop x"));
        Reply.Later later = later("json stop leaker");
        assertEquals(
                Optional.of(
                        "{\"ok\":true,\"target\":\"leaker\",\"text\":\"memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3); SIGTERM, ended after 0.21 s\"}\n"),
                later.text().apply(Snapshots.of(GONE)));
    }

    private Reply.Later later(String line) {
        return assertInstanceOf(Reply.Later.class, reply(line));
    }

    private Reply reply(String line) {
        var sources =
                new CommandText.Sources(
                        () -> now,
                        () -> now,
                        () -> Snapshots.OUTLETS,
                        sent::add,
                        () -> "",
                        new CommandCounts(),
                        Snapshots.BUILD);
        return new CommandText(sources).answer(line, SOMEBODY);
    }
}
