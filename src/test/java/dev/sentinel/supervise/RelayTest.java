package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.Command;
import dev.sentinel.model.Ending;
import dev.sentinel.model.Received;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Signals that Sentinel got, on their way to the tree.
class RelayTest {

    private static final Signal USR1 = Signal.parse("USR1");

    @TempDir Path proc;
    private World world;

    @BeforeEach
    void a_command_with_a_child() {
        world = new World(proc, World.target("command", "512M"));
    }

    private void running() {
        world.tick().fork(200, 100).pass(World.INTERVAL);
        world.deafToTerm.add(100L);
        world.deafToTerm.add(200L);
    }

    private void stop(Signal signal, boolean byTerminal) {
        StopCause cause = new StopCause.Signalled(new Received(signal, byTerminal));
        world.supervisor().offer(new Command.Stop("", cause));
    }

    private void forward(Signal signal, boolean byTerminal) {
        world.supervisor().offer(new Command.Forward("", new Received(signal, byTerminal)));
    }

    private List<String> sent() {
        return world.sentInEarnest().stream().sorted().toList();
    }

    @Test
    void the_polite_signal_is_the_one_that_came() {
        running();
        stop(Signal.HUP, false);
        world.pass(World.GRACE.minusMillis(1));
        assertEquals(List.of("SIGHUP 100", "SIGHUP 200"), sent());
        world.pass(Duration.ofMillis(100));
        assertEquals(List.of("SIGHUP 100", "SIGHUP 200", "SIGKILL 100", "SIGKILL 200"), sent());
        var gone = assertInstanceOf(ChildState.Gone.class, world.status().state());
        var stopped = assertInstanceOf(Ending.Stopped.class, gone.ending());
        assertEquals(List.of(Signal.HUP, Signal.KILL), stopped.signals());
    }

    @Test
    void a_further_signal_is_passed_on_and_the_grace_period_stays() {
        running();
        stop(Signal.INT, false);
        world.pass(World.GRACE.minusMillis(1));
        stop(Signal.TERM, false);
        world.tick();
        assertEquals(List.of("SIGINT 100", "SIGINT 200", "SIGTERM 100", "SIGTERM 200"), sent());
        world.pass(Duration.ofMillis(100));
        assertEquals(6, sent().size(), sent().toString());
    }

    @Test
    void whom_the_terminal_has_told_is_not_told_again() {
        running();
        world.ourGroup.add(100L);
        stop(Signal.INT, true);
        world.tick();
        assertEquals(List.of("SIGINT 200"), sent());
        assertEquals(2, world.sent.stream().filter(line -> line.startsWith("SIGCONT")).count());
        assertEquals("STOPPING", world.status().state().word());
    }

    @Test
    void before_the_start_the_terminal_has_told_nobody() {
        world.ourGroup.add(100L);
        stop(Signal.INT, true);
        world.tick();
        assertEquals(List.of("SIGINT 100"), sent());
    }

    @Test
    void what_does_not_end_a_program_goes_to_the_command_alone() {
        running();
        forward(USR1, false);
        world.pass(World.INTERVAL);
        assertEquals(List.of("SIGUSR1 100"), world.sent);
        assertEquals("RUNNING", world.status().state().word());
    }

    @Test
    void it_is_forwarded_during_a_stop_too() {
        running();
        stop(Signal.TERM, false);
        world.tick();
        forward(USR1, false);
        world.tick();
        assertEquals("SIGUSR1 100", world.sent.getLast());
        assertEquals("STOPPING", world.status().state().word());
    }

    @Test
    void a_new_size_of_the_terminal_is_told_by_the_terminal() {
        running();
        world.ourGroup.add(100L);
        forward(Signal.WINCH, true);
        world.pass(World.INTERVAL);
        assertEquals(List.of(), world.sent);
    }

    @Test
    void what_comes_before_the_start_waits_for_it() {
        forward(USR1, false);
        forward(USR1, false);
        world.tick();
        assertEquals(List.of("SIGUSR1 100"), world.sent);
        world.tick();
        assertEquals(List.of("SIGUSR1 100"), world.sent);
    }
}
