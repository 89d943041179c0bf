package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.linux.FakeProc;
import dev.sentinel.model.ProcessId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

class FamilyWalkTest {

    private static final ProcessId ROOT = new ProcessId(10, 100);

    @TempDir Path directory;

    @Test
    void children_of_children_belong_to_the_tree() throws IOException {
        FakeProc proc = family();
        assertEquals(
                Set.of(ROOT, new ProcessId(11, 100), new ProcessId(12, 100)),
                new FamilyWalk(proc.proc()).tree(Set.of(ROOT)));
    }

    @Test
    void every_thread_may_have_children() throws IOException {
        FakeProc proc = FakeProc.in(directory);
        proc.process(10).threads(2).process(11).parent(10);
        proc.file("10/task/10/children", "").file("10/task/77/children", "11 ");
        assertEquals(
                Set.of(ROOT, new ProcessId(11, 100)),
                new FamilyWalk(proc.proc()).tree(Set.of(ROOT)));
    }

    @Test
    void a_member_whose_parent_ended_stays_while_it_is_passed_in() throws IOException {
        FakeProc proc = family();
        proc.without(10);
        assertEquals(
                Set.of(new ProcessId(11, 100), new ProcessId(12, 100)),
                new FamilyWalk(proc.proc()).tree(Set.of(ROOT, new ProcessId(11, 100))));
    }

    @Test
    void the_same_number_at_another_time_is_somebody_else() throws IOException {
        FakeProc proc = family();
        assertEquals(Set.of(), new FamilyWalk(proc.proc()).tree(Set.of(new ProcessId(10, 99))));
    }

    @Test
    void a_child_whose_number_was_given_away_is_left_out() throws IOException {
        FakeProc proc = family();
        proc.process(11).parent(1);
        assertEquals(Set.of(ROOT), new FamilyWalk(proc.proc()).tree(Set.of(ROOT)));
    }

    @Test
    void a_zombie_is_left_out_but_not_its_children() throws IOException {
        FakeProc proc = family();
        proc.process(11).parent(10).state('Z');
        assertEquals(
                Set.of(ROOT, new ProcessId(12, 100)),
                new FamilyWalk(proc.proc()).tree(Set.of(ROOT)));
    }

    /// 10 → 11 → 12.
    private FakeProc family() {
        FakeProc proc = FakeProc.in(directory);
        proc.process(10).process(11).parent(10).process(12).parent(11);
        return proc.file("10/task/10/children", "11 ")
                .file("11/task/11/children", "12 ")
                .file("12/task/12/children", "");
    }
}
