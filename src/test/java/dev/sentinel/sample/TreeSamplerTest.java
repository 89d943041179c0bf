package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sentinel.linux.FakeProc;
import dev.sentinel.linux.Proc;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Measure;
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
        public String source() {
            return "a map";
        }

        @Override
        public void keepOnly(Set<ProcessId> processes) {
            kept.add(processes);
        }
    }

    private final FakeSampler sampler = new FakeSampler(new HashMap<>(), new ArrayList<>());
    private final FakeSampler withSwap = new FakeSampler(new HashMap<>(), new ArrayList<>());
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
    void trees_may_have_changed_when_a_process_was_born() {
        FakeProc proc = FakeProc.in(directory).file("loadavg", "0.1 0.2 0.3 1/80 4711\n");
        TreeSampler tree = tree();
        long before = tree.births(at(0));
        assertEquals(before, tree.births(at(1)), "nobody was born");
        proc.file("loadavg", "0.1 0.2 0.3 1/81 4712\n");
        assertEquals(before, tree.births(at(1)), "the same for all targets of a tick");
        assertNotEquals(before, tree.births(at(2)));
    }

    @Test
    void trees_may_have_changed_when_nobody_has_looked_for_five_seconds() {
        FakeProc.in(directory).file("loadavg", "0.1 0.2 0.3 1/80 4711\n");
        TreeSampler tree = tree();
        long before = tree.births(at(0));
        assertEquals(before, tree.births(at(4999)));
        assertNotEquals(before, tree.births(at(5000)));
    }

    @Test
    void trees_may_have_changed_when_a_member_has_vanished() {
        FakeProc.in(directory).file("loadavg", "0.1 0.2 0.3 1/80 4711\n");
        TreeSampler tree = tree();
        long before = tree.births(at(0));
        tree.read(List.of(FIRST), Measure.Metric.RSS, AT);
        assertNotEquals(before, tree.births(at(1)));
    }

    @Test
    void without_loadavg_trees_may_always_have_changed() {
        TreeSampler tree = tree();
        assertNotEquals(tree.births(at(0)), tree.births(at(1)));
    }

    @Test
    void searching_all_trees_again_takes_a_fiftieth_of_the_time() throws IOException {
        FakeProc.in(directory).process(42);
        TreeSampler tree = tree();
        long before = tree.births(at(0));
        step = Duration.ofMillis(10);
        tree.searchEverywhere(Set.of());
        tree.searchEverywhere(Set.of());
        assertEquals(before, tree.births(at(999)));
        assertNotEquals(before, tree.births(at(1000)));
    }

    @Test
    void looking_takes_a_tenth_of_the_time() {
        TreeSampler tree = tree();
        step = Duration.ofMillis(10);
        tree.read(List.of(FIRST), Measure.Metric.RSS, AT);
        assertEquals(Duration.ofMillis(100), tree.leastPause());
    }

    @Test
    void a_search_finds_who_was_born_whether_or_not_the_kernel_tells_children() throws IOException {
        FakeProc proc = FakeProc.in(directory);
        proc.process(42).startedAt(7).process(43).parent(42).startedAt(8);
        Set<ProcessId> root = Set.of(new ProcessId(42, 7));
        Set<ProcessId> both = Set.of(new ProcessId(42, 7), new ProcessId(43, 8));
        assertEquals(both, tree().search(root));
        assertEquals(both, tree().searchEverywhere(root));

        proc.file("thread-self/children", "").file("42/task/42/children", "43 ");
        assertEquals(both, tree().search(root));
    }

    @Test
    void a_search_that_fails_says_so() {
        TreeSampler tree = tree(new Proc(directory.resolve("none")));
        assertThrows(IOException.class, () -> tree.search(Set.of(FIRST)));
    }

    @Test
    void the_sampler_is_told_whom_to_remember() {
        tree().keepOnly(Set.of(FIRST));
        assertEquals(List.of(Set.of(FIRST)), sampler.kept);
    }

    private static Duration at(long millis) {
        return Duration.ofMillis(millis);
    }

    private TreeSampler tree() {
        return tree(new Proc(directory));
    }

    private TreeSampler tree(Proc proc) {
        return new TreeSampler(proc, new HeldProcesses(proc), sampler, withSwap, this::tick);
    }

    private Duration tick() {
        now = now.plus(step);
        return now;
    }

    private Optional<MemoryReading> sampled(ProcessId... members) {
        return tree().read(List.of(members), Measure.Metric.RSS, AT);
    }

    private static Optional<MemoryReading> reading(long bytes, int processes) {
        return Optional.of(new MemoryReading(AT, new ByteSize(bytes), processes));
    }

    private static Sampled read(long bytes) {
        return new Sampled.Read(new ByteSize(bytes));
    }
}
