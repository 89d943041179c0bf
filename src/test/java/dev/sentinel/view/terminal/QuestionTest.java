package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.Command;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.StopCause;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class QuestionTest {

    @ParameterizedTest
    @CsvSource({"s, stop leaker?", "q, leaker still runs; stop it and quit?"})
    void stopping_and_quitting_ask_first(char key, String text) {
        var stop = new Command.Stop("", new StopCause.Requested(Requester.at("dashboard")));
        assertEquals(
                Optional.of(new Question(text, stop)),
                Question.of(key, List.of(Snapshots.running())));
    }

    @ParameterizedTest
    @ValueSource(chars = {'x', 'S', 'y', ' '})
    void other_keys_ask_nothing(char key) {
        assertEquals(Optional.empty(), Question.of(key, List.of(Snapshots.running())));
    }

    @ParameterizedTest
    @ValueSource(chars = {'s', 'q'})
    void when_nothing_runs_there_is_nothing_to_ask(char key) {
        var gone = Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 540);
        assertEquals(Optional.empty(), Question.of(key, List.of(gone)));
    }
}
