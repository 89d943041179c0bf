package dev.sentinel.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sentinel.model.Ending;
import dev.sentinel.model.Event;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Received;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.StartFailure;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.Survivor;
import dev.sentinel.model.Verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

class SentencesTest {

    private static final StopCause ASKED = new StopCause.Requested(Requester.at("socket"));
    private static final StopCause INTERRUPTED =
            new StopCause.Signalled(Received.alone(Signal.INT));
    private static final StopCause REST = new StopCause.LeftBehind(new ExitStatus(0));
    private static final Optional<ExitStatus> BY_TERM = Optional.of(new ExitStatus(143));

    static List<Arguments> happenings() {
        Duration grace = Duration.ofSeconds(3);
        return List.of(
                arguments(new Event.Started(Snapshots.PROCESS), "started, pid 4711"),
                arguments(
                        new Event.Asked(Snapshots.BREACH, Signal.TERM, grace),
                        "memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3); sending SIGTERM,"
                                + " SIGKILL in 3 s"),
                arguments(
                        new Event.Asked(ASKED, Signal.KILL, Duration.ZERO),
                        "stop asked for at the socket; sending SIGKILL"),
                arguments(
                        new Event.Killed(Duration.ofMillis(3004)),
                        "sending SIGKILL to what is left after 3.00 s"),
                arguments(
                        new Event.Survived(List.of(new Survivor(4711, "dd"))),
                        "1 process survives SIGKILL: 4711 (dd); it is in uninterruptible sleep or"
                                + " may not be signalled; watching on"),
                arguments(
                        new Event.Survived(
                                List.of(
                                        new Survivor(4711, "dd"),
                                        new Survivor(4712, "c\u001b[2J"))),
                        "2 processes survive SIGKILL: 4711 (dd), 4712 (c\\x1b[2J); they are in"
                                + " uninterruptible sleep or may not be signalled; watching on"),
                arguments(
                        new Event.Survived(Collections.nCopies(12, new Survivor(7, "x"))),
                        "12 processes survive SIGKILL: "
                                + "7 (x), ".repeat(9)
                                + "7 (x) and 2 more; they are in uninterruptible sleep or may not"
                                + " be signalled; watching on"),
                arguments(
                        new Event.Exited(new ExitStatus(0), false),
                        "exited with 0; processes of its tree still run"),
                arguments(new Event.Exited(new ExitStatus(0), true), "exited with 0"),
                arguments(
                        new Event.Breach(new Verdict.Over(Snapshots.reading(540), Snapshots.LIMIT)),
                        "memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3)"),
                arguments(
                        new Event.Client(
                                new Requester(
                                        "socket", Optional.of(new Requester.Peer(1000, 4711))),
                                "stop"),
                        "stop asked for at the socket by uid 1000, pid 4711"),
                arguments(
                        new Event.Client(
                                new Requester("socket", Optional.of(new Requester.Peer(1000, 0))),
                                "stop"),
                        "stop asked for at the socket by uid 1000"),
                arguments(
                        new Event.Ended(
                                new Ending.ByItself(new ExitStatus(3), Duration.ofMillis(1234))),
                        "exited with 3 after 1.23 s"));
    }

    @ParameterizedTest
    @MethodSource("happenings")
    void an_event_is_one_line(Event.Happening happening, String line) {
        assertEquals(line, Sentences.of(happening));
    }

    static List<Arguments> endings() {
        var failure = new StartFailure(StartFailure.Kind.NOT_FOUND, "'nope' was not found");
        return List.of(
                arguments(new Ending.NeverStarted(failure), "'nope' was not found"),
                arguments(
                        new Ending.ByItself(new ExitStatus(139), Duration.ofSeconds(2)),
                        "ended by SIGSEGV (139) after 2.00 s"),
                arguments(
                        stopped(Snapshots.BREACH, BY_TERM, Signal.TERM, false),
                        "memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3); SIGTERM, ended after"
                                + " 0.21 s"),
                arguments(
                        stopped(
                                Snapshots.BREACH,
                                Optional.of(new ExitStatus(137)),
                                Signal.TERM,
                                true),
                        "memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3); SIGTERM, then"
                                + " SIGKILL, ended after 0.21 s"),
                arguments(
                        stopped(ASKED, Optional.of(new ExitStatus(0)), Signal.TERM, false),
                        "stop asked for at the socket; SIGTERM, exited with 0 after 0.21 s"),
                arguments(
                        stopped(INTERRUPTED, Optional.of(new ExitStatus(130)), Signal.INT, false),
                        "Sentinel got SIGINT; SIGINT, ended after 0.21 s"),
                arguments(
                        stopped(INTERRUPTED, Optional.empty(), Signal.TERM, false),
                        "Sentinel got SIGINT; SIGTERM, all gone after 0.21 s"),
                arguments(
                        stopped(REST, Optional.of(new ExitStatus(0)), Signal.TERM, true),
                        "exited with 0 and left processes behind; SIGTERM, then SIGKILL, all gone"
                                + " after 0.21 s"));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void an_ending_is_one_line_that_tells_the_reason(Ending ending, String line) {
        assertEquals(line, Sentences.of(ending));
    }

    private static Ending stopped(
            StopCause cause, Optional<ExitStatus> exit, Signal signal, boolean killed) {
        List<Signal> signals = killed ? List.of(signal, Signal.KILL) : List.of(signal);
        return new Ending.Stopped(cause, exit, signals, Duration.ofMillis(210));
    }
}
