package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.linux.FakeProc;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;
import dev.sentinel.model.ProcessId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

class HeldProcessesTest {

    private static final ProcessId ID = new ProcessId(42, 100);

    @TempDir Path directory;

    @Test
    void a_process_that_runs_is_still_itself_and_one_that_has_ended_is_not() throws Exception {
        var held = new HeldProcesses(Proc.SYSTEM);
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            ProcStat stat = held.stat(sleeper.pid()).orElseThrow();
            ProcessId id = ProcessTable.idOf(stat);
            assertTrue(held.isStill(id));
            sleeper.destroyForcibly().waitFor();
            assertFalse(held.isStill(id));
            assertEquals(Optional.empty(), held.stat(sleeper.pid()));
        } finally {
            sleeper.destroyForcibly();
        }
    }

    @Test
    void a_number_given_anew_within_the_same_tick_is_somebody_elses() throws IOException {
        FakeProc machine = FakeProc.in(directory);
        machine.process(42).startedAt(100);
        var held = new HeldProcesses(machine.proc());
        held.stat(42);
        machine.without(42).process(42).startedAt(100);
        assertFalse(held.isStill(ID));
        assertEquals(Optional.empty(), held.stat(42), "as long as the first one is remembered");
        held.keepOnly(Set.of());
        assertEquals(42, held.stat(42).orElseThrow().pid());
    }

    @Test
    void a_number_given_anew_later_is_told_by_its_start_time() throws IOException {
        FakeProc machine = FakeProc.in(directory);
        machine.process(42).startedAt(100);
        var held = new HeldProcesses(machine.proc());
        held.stat(42);
        machine.without(42).process(42).startedAt(101);
        assertEquals(101, held.stat(42).orElseThrow().startTicks());
        assertFalse(held.isStill(ID));
        assertTrue(held.isStill(new ProcessId(42, 101)));
    }

    @Test
    void one_that_is_not_held_is_known_by_its_start_time() throws IOException {
        FakeProc machine = FakeProc.in(directory);
        machine.process(42).startedAt(100);
        var held = new HeldProcesses(machine.proc());
        assertTrue(held.isStill(ID));
        assertFalse(held.isStill(new ProcessId(42, 99)));
        assertFalse(held.isStill(new ProcessId(43, 100)));
    }

    @Test
    void who_is_let_go_of_is_held_no_more() throws IOException {
        FakeProc machine = FakeProc.in(directory);
        machine.process(42).startedAt(100);
        var held = new HeldProcesses(machine.proc());
        held.stat(42);
        held.keepOnly(Set.of(ID));
        machine.without(42).process(42).startedAt(100);
        assertFalse(held.isStill(ID), "held as long as it is to be kept");
        held.keepOnly(Set.of());
        assertTrue(held.isStill(ID), "by its start time");
    }
}
