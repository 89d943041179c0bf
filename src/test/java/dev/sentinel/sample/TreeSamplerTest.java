package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sentinel.linux.FakeProc;
import dev.sentinel.linux.Proc;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class TreeSamplerTest {

    private static final Duration AT = Duration.ofSeconds(5);
    private static final ProcessId FIRST = new ProcessId(1, 1);
    private static final ProcessId SECOND = new ProcessId(2, 2);
    private static final ProcessId THIRD = new ProcessId(3, 3);

    /// Answers from a map, and remembers what it was told to keep.
    private record FakeSampler(Map<ProcessId, Sampled> answers, List<Set<ProcessId>> kept)
            implements Sampler {

        @Override
        public Sampled sample(ProcessId process) {
            return answers.getOrDefault(process, new Sampled.Vanished());
        }

        @Override
        public void keepOnly(Set<ProcessId> processes) {
            kept.add(processes);
        }
    }

    private final FakeSampler sampler = new FakeSampler(new HashMap<>(), new ArrayList<>());
    private Duration now = Duration.ZERO;

    /// How far the clock moves whenever somebody looks at it.
    private Duration step = Duration.ZERO;

    @TempDir Path directory;

    @Test
    void the_memory_of_all_members_is_summed() {
        sampler.answers.put(FIRST, read(100));
        sampler.answers.put(SECOND, read(20));
        assertEquals(reading(120, 2), sampled(FIRST, SECOND));
    }

    @Test
    void one_that_vanished_and_one_that_is_denied_are_not_counted() {
        sampler.answers.put(FIRST, read(100));
        sampler.answers.put(SECOND, new Sampled.Vanished());
        sampler.answers.put(THIRD, new Sampled.Denied("not yours"));
        assertEquals(reading(100, 1), sampled(FIRST, SECOND, THIRD));
    }

    @Test
    void there_is_no_reading_when_nothing_could_be_read() {
        sampler.answers.put(FIRST, new Sampled.Denied("not yours"));
        assertEquals(Optional.empty(), sampled(FIRST, SECOND));
    }

    @Test
    void the_list_of_processes_is_kept_for_fifty_times_what_it_took() throws IOException {
        TreeSampler tree = tree();
        step = Duration.ofMillis(10);
        ProcessTable first = tree.freshTable();
        step = Duration.ZERO;
        now = now.plusMillis(489);
        assertSame(first, tree.table());
    }

    @Test
    void the_list_of_processes_is_renewed_when_it_may_be() throws IOException {
        TreeSampler tree = tree();
        step = Duration.ofMillis(10);
        ProcessTable first = tree.freshTable();
        step = Duration.ZERO;
        now = now.plusMillis(500);
        assertNotSame(first, tree.table());
    }

    @Test
    void a_fresh_list_shows_what_is_new_at_any_time() throws IOException {
        TreeSampler tree = tree();
        step = Duration.ofSeconds(1);
        tree.table();
        FakeProc.in(directory).process(42).startedAt(7);
        ProcessId id = new ProcessId(42, 7);
        assertEquals(Set.of(id), tree.freshTable().tree(List.of(id)));
    }

    @Test
    void a_list_that_fails_is_tried_again() throws IOException {
        Path proc = directory.resolve("proc");
        TreeSampler tree = new TreeSampler(new Proc(proc), sampler, this::tick);
        assertThrows(IOException.class, tree::table);
        FakeProc.in(proc).process(42).startedAt(7);
        ProcessId id = new ProcessId(42, 7);
        assertEquals(Set.of(id), tree.table().tree(List.of(id)));
    }

    @Test
    void the_sampler_is_told_whom_to_remember() {
        tree().keepOnly(Set.of(FIRST));
        assertEquals(List.of(Set.of(FIRST)), sampler.kept);
    }

    private TreeSampler tree() {
        return new TreeSampler(new Proc(directory), sampler, this::tick);
    }

    private Duration tick() {
        now = now.plus(step);
        return now;
    }

    private Optional<MemoryReading> sampled(ProcessId... members) {
        return tree().read(List.of(members), AT);
    }

    private static Optional<MemoryReading> reading(long bytes, int processes) {
        return Optional.of(new MemoryReading(AT, new ByteSize(bytes), processes));
    }

    private static Sampled read(long bytes) {
        return new Sampled.Read(new ByteSize(bytes));
    }
}
