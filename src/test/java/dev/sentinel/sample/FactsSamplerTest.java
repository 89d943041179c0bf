package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.linux.FakeProc;
import dev.sentinel.linux.FakeProcess;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.Self;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Facts;
import dev.sentinel.model.ProcessFacts;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.Trees;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

class FactsSamplerTest {

    private static final ProcessId WORKER = new ProcessId(42, 100);
    private static final Duration LOOK = Duration.ofSeconds(2);

    @TempDir Path root;
    private Duration now = Duration.ZERO;
    private FakeProcess worker;
    private FactsSampler sampler;

    @BeforeEach
    void startWorker() {
        FakeProc machine = FakeProc.in(root);
        worker = machine.process(42).named("w\u00c3\u00b6rker").parent(7).startedAt(100);
        sampler = new FactsSampler(machine.proc(), () -> now);
    }

    private Map<ProcessId, ProcessFacts> read(ProcessId... members) {
        return look(Trees.of("leaker", members)).processes();
    }

    private Facts look(TargetStatus... targets) {
        now = now.plus(LOOK);
        return sampler.read(List.of(targets));
    }

    private double load() {
        return Objects.requireNonNull(read(WORKER).get(WORKER)).load();
    }

    @Test
    void what_is_known_of_a_process_is_told() {
        worker.threads(5).spent(112, 20).done().file("42/statm", "3181 300 412 210 0 388 0\n");
        var memory = new ByteSize(300 * Self.pageSize());
        assertEquals(
                Map.of(WORKER, new ProcessFacts(WORKER, 7, "wörker", memory, 0, 5, 0)),
                read(WORKER));
    }

    @Test
    void load_is_what_was_used_since_the_look_before() {
        long second = Self.clockTicks();
        worker.spent(1000 * second, 0);
        assertEquals(0, load());
        worker.spent(1001 * second, 2 * second);
        assertEquals(1.5, load());
        assertEquals(0, load());
    }

    @Test
    void who_has_got_the_number_since_is_somebody_else() {
        worker.spent(5, 5);
        assertEquals(Set.of(WORKER), read(WORKER).keySet());
        worker.startedAt(101).spent(500, 500);
        var successor = new ProcessId(42, 101);
        Map<ProcessId, ProcessFacts> found = read(WORKER, successor);
        assertEquals(Set.of(successor), found.keySet());
        assertEquals(0, Objects.requireNonNull(found.get(successor)).load());
    }

    @Test
    void who_has_ended_is_left_out() {
        var gone = new ProcessId(43, 100);
        assertEquals(Set.of(WORKER), read(WORKER, gone).keySet());
        worker.state('Z');
        assertEquals(Set.of(), read(WORKER, gone).keySet());
    }

    @Test
    void a_herd_is_looked_at_in_part() {
        Set<ProcessId> herd = new HashSet<>();
        for (long pid = 2000; pid > 42; pid--) {
            herd.add(new ProcessId(pid, 100));
        }
        herd.add(WORKER);
        worker.process(1041).startedAt(100).process(1042).startedAt(100);
        assertEquals(
                Set.of(WORKER, new ProcessId(1041, 100)),
                look(Trees.held("herd", Optional.empty(), herd)).processes().keySet());
    }

    @Test
    void of_this_very_process_the_kernel_tells() throws IOException {
        long pid = ProcessHandle.current().pid();
        var self = new ProcessId(pid, Proc.SYSTEM.stat(pid).orElseThrow().startTicks());
        var real = new FactsSampler(Proc.SYSTEM, () -> now);
        ProcessFacts facts =
                Objects.requireNonNull(
                        real.read(List.of(Trees.of("self", self))).processes().get(self));
        assertEquals(ProcessHandle.current().parent().orElseThrow().pid(), facts.parent());
        assertEquals("java", facts.name());
        assertTrue(facts.resident().bytes() > 10 << 20, facts::toString);
        assertTrue(facts.threads() > 1, facts::toString);
        assertTrue(facts.openFiles() > 3, facts::toString);
    }
}
