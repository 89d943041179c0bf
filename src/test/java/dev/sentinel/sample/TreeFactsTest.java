package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.linux.FakeProc;
import dev.sentinel.linux.FakeProcess;
import dev.sentinel.linux.Self;
import dev.sentinel.model.CgroupFacts;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Spent;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.TreeFacts;
import dev.sentinel.model.Trees;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What the processes of a tree cost together.
class TreeFactsTest {

    private static final long SECOND = Self.clockTicks();
    private static final ProcessId ROOT = new ProcessId(41, 90);
    private static final ProcessId WORKER = new ProcessId(42, 100);
    private static final String TREE = "tree";

    @TempDir Path directory;
    private FakeProcess root;
    private FakeProcess worker;
    private FactsSampler sampler;

    @BeforeEach
    void plant() {
        FakeProc machine = FakeProc.in(directory);
        root = machine.process(41).startedAt(90).spent(0, 0).faulted(0, 0);
        worker = machine.process(42).startedAt(100).spent(0, 0).faulted(0, 0);
        sampler = new FactsSampler(machine.proc(), () -> Duration.ZERO);
    }

    private TreeFacts tree(TargetStatus... targets) {
        return Objects.requireNonNull(sampler.read(List.of(targets)).trees().get(TREE));
    }

    private Spent spent(ProcessId... members) {
        return tree(Trees.of(TREE, members)).spent();
    }

    private static Spent seconds(long user, long system, long minor, long major) {
        return new Spent(Duration.ofSeconds(user), Duration.ofSeconds(system), minor, major);
    }

    @Test
    void threads_and_times_are_those_of_all() {
        root.threads(3).spent(2 * SECOND, SECOND).faulted(10, 1);
        worker.threads(4).spent(SECOND, SECOND).faulted(20, 2);
        assertEquals(
                new TreeFacts(seconds(3, 2, 30, 3), 7, 0, CgroupFacts.NONE),
                tree(Trees.of(TREE, ROOT, WORKER)));
    }

    @Test
    void what_was_used_before_the_first_look_counts_and_then_what_has_been_since() {
        root.spent(5 * SECOND, 0);
        assertEquals(seconds(5, 0, 0, 0), spent(ROOT));
        root.spent(7 * SECOND, SECOND).faulted(3, 0);
        assertEquals(seconds(7, 1, 3, 0), spent(ROOT));
    }

    @Test
    void who_has_ended_takes_nothing_away() {
        root.spent(SECOND, 0);
        worker.spent(9 * SECOND, 0);
        assertEquals(seconds(10, 0, 0, 0), spent(ROOT, WORKER));
        worker.done().without(42);
        assertEquals(seconds(10, 0, 0, 0), spent(ROOT));
        assertEquals(seconds(10, 0, 0, 0), spent());
    }

    @Test
    void the_next_life_goes_on_where_the_last_one_ended() {
        worker.spent(9 * SECOND, 0);
        assertEquals(seconds(9, 0, 0, 0), spent(WORKER));
        worker.startedAt(200).spent(2 * SECOND, 0);
        assertEquals(seconds(11, 0, 0, 0), spent(new ProcessId(42, 200)));
    }

    @Test
    void a_kernel_that_takes_a_tick_back_does_not_take_it_from_the_sum() {
        root.spent(2 * SECOND, SECOND);
        assertEquals(seconds(2, 1, 0, 0), spent(ROOT));
        root.spent(SECOND, 2 * SECOND);
        assertEquals(seconds(2, 2, 0, 0), spent(ROOT));
    }

    @Test
    void who_has_to_wait_behind_a_herd_does_not_count_twice() {
        var last = new ProcessId(9000, 100);
        root.process(9000).startedAt(100).spent(4 * SECOND, 0).faulted(0, 0);
        assertEquals(seconds(4, 0, 0, 0), spent(last));
        Set<ProcessId> herd = new HashSet<>(Set.of(last));
        for (long pid = 2000; pid < 3000; pid++) {
            herd.add(new ProcessId(pid, 100));
        }
        var crowded = Trees.held(TREE, Optional.empty(), herd);
        assertEquals(seconds(4, 0, 0, 0), tree(crowded).spent());
        assertEquals(seconds(4, 0, 0, 0), spent(last));
    }

    @Test
    void each_target_has_a_sum_of_its_own() {
        root.spent(SECOND, 0);
        worker.spent(2 * SECOND, 0);
        assertEquals(
                seconds(2, 0, 0, 0), tree(Trees.of("other", ROOT), Trees.of(TREE, WORKER)).spent());
    }
}
