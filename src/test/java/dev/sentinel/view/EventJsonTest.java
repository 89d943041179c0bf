package dev.sentinel.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;

import dev.sentinel.model.Ending;
import dev.sentinel.model.Event;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.StartFailure;
import dev.sentinel.model.Survivor;
import dev.sentinel.model.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class EventJsonTest {

    private static final Requester SOMEBODY =
            new Requester("socket", Optional.of(new Requester.Peer(1000, 77)));

    static List<Arguments> happenings() {
        var over = new Verdict.Over(Snapshots.reading(540), Snapshots.LIMIT);
        return List.of(
                arguments(new Event.Started(Snapshots.PROCESS), "started", "\"pid\":4711"),
                arguments(
                        new Event.SoftLimit(Snapshots.reading(300), Snapshots.LIMIT),
                        "soft",
                        "\"used_bytes\":314572800,\"soft_limit_bytes\":0"),
                arguments(
                        new Event.Breach(over),
                        "breach",
                        "\"used_bytes\":566231040,\"limit_bytes\":536870912,\"processes\":3"),
                arguments(
                        new Event.Asked(Snapshots.BREACH, Signal.TERM, Duration.ofSeconds(3)),
                        "term",
                        "\"signal\":\"SIGTERM\",\"grace_seconds\":3.0"),
                arguments(
                        new Event.Killed(Duration.ofMillis(3004)),
                        "kill",
                        "\"after_seconds\":3.004"),
                arguments(
                        new Event.Survived(List.of(new Survivor(7, "dd"), new Survivor(8, "cp"))),
                        "survivor",
                        "\"pids\":[7,8]"),
                arguments(
                        new Event.Exited(new ExitStatus(143), false),
                        "exited",
                        "\"exit_code\":143,\"alone\":false"),
                arguments(
                        new Event.Client(SOMEBODY, "stop"),
                        "client",
                        "\"wish\":\"stop\",\"by\":{\"where\":\"socket\",\"uid\":1000,\"pid\":77}"));
    }

    @ParameterizedTest
    @MethodSource("happenings")
    void an_event_has_its_values_beside_its_sentence(
            Event.Happening what, String word, String values) {
        String text = Printable.text(Sentences.of(what));
        assertEquals(
                "{\"number\":17,\"at\":\"2026-01-02T03:04:05Z\",\"target\":\"leaker\",\"event\":\"%s\",\"text\":\"%s\",%s}"
                        .formatted(word, text, values),
                EventJson.of(event(what)));
    }

    @Test
    void foreign_text_cannot_leave_its_string() throws JsonParserException {
        String hostile = "\u001b[2J\"}\n\u202e";
        var failure = new StartFailure(StartFailure.Kind.NOT_FOUND, hostile);
        String json = EventJson.of(event(new Event.Ended(new Ending.NeverStarted(failure))));
        assertEquals("\\x1b[2J\"}\\x0a\\u202e", JsonParser.object().from(json).getString("text"));
        assertEquals(1, json.lines().count());
    }

    private static Event event(Event.Happening what) {
        return new Event(17, Snapshots.WALL, "leaker", what);
    }
}
