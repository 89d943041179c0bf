package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.linux.FakeProc;
import dev.sentinel.model.ProcessId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/// Who the process is that has just been started.
class SpawnerTest {

    private static final long SENTINEL = 7;
    private static final ProcessId NOBODY = new ProcessId(42, 0);

    @TempDir Path root;
    private FakeProc system;

    @BeforeEach
    void an_empty_machine() {
        system = FakeProc.in(root);
    }

    @Test
    void a_child_is_known_by_its_start_time() throws IOException {
        system.process(42).parent(SENTINEL).startedAt(100);
        assertEquals(new ProcessId(42, 100), identify());
    }

    @Test
    void one_that_has_ended_is_nobody() throws IOException {
        assertEquals(NOBODY, identify());
    }

    @Test
    void another_process_that_has_got_its_number_is_not_taken_for_it() throws IOException {
        system.process(42).parent(1).startedAt(100);
        assertEquals(NOBODY, identify());
    }

    private ProcessId identify() throws IOException {
        return Spawner.identify(system.proc(), NOBODY.pid(), SENTINEL);
    }
}
