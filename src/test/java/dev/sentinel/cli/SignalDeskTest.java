package dev.sentinel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.Command;
import dev.sentinel.model.Received;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class SignalDeskTest {

    private final List<Command> commands = new ArrayList<>();

    private SignalDesk desk(boolean screen, boolean hearsTheTerminal) {
        return new SignalDesk(commands::add, screen, () -> hearsTheTerminal);
    }

    private static StopCause because(Signal signal, boolean byTerminal) {
        return new StopCause.Signalled(new Received(signal, byTerminal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void what_ends_a_program_begins_a_stop(String name) {
        Signal signal = Signal.parse(name);
        desk(false, false).got(signal);
        assertEquals(List.of(new Command.Stop("", because(signal, false))), commands);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USR1", "USR2", "WINCH", "QUIT"})
    void all_others_are_the_commands(String name) {
        Signal signal = Signal.parse(name);
        desk(false, false).got(signal);
        assertEquals(List.of(new Command.Forward("", Received.alone(signal))), commands);
    }

    @Test
    void ctrl_c_twice_kills() {
        SignalDesk desk = desk(false, true);
        desk.got(Signal.INT);
        desk.got(Signal.INT);
        StopCause cause = because(Signal.INT, true);
        assertEquals(List.of(new Command.Stop("", cause), new Command.Kill("", cause)), commands);
    }

    @Test
    void a_key_and_a_signal_are_two_as_well() {
        SignalDesk desk = desk(true, true);
        desk.interruptKey();
        desk.got(Signal.INT);
        StopCause cause = because(Signal.INT, false);
        assertEquals(List.of(new Command.Stop("", cause), new Command.Kill("", cause)), commands);
    }

    @Test
    void two_different_signals_do_not_kill() {
        SignalDesk desk = desk(false, false);
        desk.got(Signal.TERM);
        desk.got(Signal.INT);
        assertEquals(
                List.of(
                        new Command.Stop("", because(Signal.TERM, false)),
                        new Command.Stop("", because(Signal.INT, false))),
                commands);
    }

    @ParameterizedTest
    @CsvSource({
        "INT, false, true, true",
        "INT, false, false, false",
        "INT, true, true, false",
        "TERM, false, true, false",
        "HUP, false, true, false",
    })
    void a_stop_is_the_terminals_only_if_its_keys_send_such_signals(
            String name, boolean screen, boolean hearsTheTerminal, boolean byTerminal) {
        Signal signal = Signal.parse(name);
        desk(screen, hearsTheTerminal).got(signal);
        assertEquals(List.of(new Command.Stop("", because(signal, byTerminal))), commands);
    }

    @ParameterizedTest
    @CsvSource({
        "WINCH, false, true, true",
        "WINCH, true, true, true",
        "WINCH, true, false, false",
        "USR1, false, true, false",
    })
    void a_terminal_tells_its_new_size_whatever_is_on_it(
            String name, boolean screen, boolean hearsTheTerminal, boolean byTerminal) {
        Signal signal = Signal.parse(name);
        desk(screen, hearsTheTerminal).got(signal);
        assertEquals(List.of(new Command.Forward("", new Received(signal, byTerminal))), commands);
    }
}
