package dev.sentinel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sentinel.model.Ending;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Received;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.StartFailure;
import dev.sentinel.model.StopCause;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class ExitCodeTest {

    private static final StopCause BREACH = Snapshots.BREACH;
    private static final StopCause ASKED = new StopCause.Requested(Requester.at("dashboard"));
    private static final StopCause INTERRUPTED =
            new StopCause.Signalled(Received.alone(Signal.INT));
    private static final StopCause TERMINATED =
            new StopCause.Signalled(Received.alone(Signal.TERM));
    private static final StopCause REST = new StopCause.LeftBehind(new ExitStatus(4));

    static List<Arguments> endings() {
        return List.of(
                // ending, exit code, exit code with --preserve-status
                arguments(neverStarted(StartFailure.Kind.NOT_FOUND), 127, 127),
                arguments(neverStarted(StartFailure.Kind.NOT_EXECUTABLE), 126, 126),
                arguments(stopped(BREACH, 143), 123, 143),
                arguments(stopped(BREACH, 0), 123, 0),
                arguments(stopped(BREACH), 123, 143),
                arguments(stopped(ASKED, 143), 143, 143),
                arguments(stopped(ASKED, 0), 0, 0),
                arguments(stopped(ASKED), 143, 143),
                arguments(stopped(INTERRUPTED, 143), 130, 130),
                arguments(stopped(INTERRUPTED), 130, 130),
                arguments(stopped(TERMINATED, 0), 143, 143),
                arguments(stopped(REST, 143), 4, 4));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void every_ending_has_its_code(Ending ending, int code, int preserved) {
        assertEquals(code, ExitCode.of(ending, false));
        assertEquals(preserved, ExitCode.of(ending, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 123, 125, 127, 130, 143, 255})
    void a_command_that_ends_by_itself_keeps_its_own_code(int shellCode) {
        var ending = new Ending.ByItself(new ExitStatus(shellCode), Duration.ofSeconds(1));
        assertEquals(shellCode, ExitCode.of(ending, false));
    }

    private static Ending neverStarted(StartFailure.Kind kind) {
        return new Ending.NeverStarted(new StartFailure(kind, "why"));
    }

    private static Ending stopped(StopCause cause) {
        return new Ending.Stopped(cause, Optional.empty(), List.of(Signal.TERM), Duration.ZERO);
    }

    private static Ending stopped(StopCause cause, int shellCode) {
        var exit = Optional.of(new ExitStatus(shellCode));
        return new Ending.Stopped(cause, exit, List.of(Signal.TERM, Signal.KILL), Duration.ZERO);
    }
}
