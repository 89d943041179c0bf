package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.linux.ProcStat;
import dev.sentinel.model.ProcessId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class ProcessTableTest {

    private static final ProcessId ROOT = new ProcessId(100, 1);

    @Test
    void all_descendants_belong_to_the_tree() {
        var table =
                table(
                        alive(1, 0),
                        alive(100, 1),
                        alive(101, 100),
                        alive(102, 101),
                        alive(103, 100));
        assertEquals(Set.of(ROOT, id(101), id(102), id(103)), tree(table, ROOT));
    }

    @Test
    void strangers_do_not_belong() {
        var table = table(alive(1, 0), alive(99, 1), alive(100, 1), alive(104, 99));
        assertEquals(Set.of(ROOT), tree(table, ROOT));
    }

    @Test
    void a_member_whose_parent_ended_stays_a_member_with_its_children() {
        var table = table(alive(1, 0), alive(102, 1), alive(105, 102));
        assertEquals(Set.of(id(102), id(105)), tree(table, ROOT, id(102)));
    }

    @Test
    void an_orphan_that_was_never_a_member_is_not_one_now() {
        var table = table(alive(1, 0), alive(100, 1), alive(102, 1));
        assertEquals(Set.of(ROOT), tree(table, ROOT));
    }

    @Test
    void a_number_given_to_another_process_is_somebody_else() {
        var table = table(alive(1, 0), new ProcStat(100, "x", 'S', 1, 1, 2), alive(101, 100));
        assertEquals(Set.of(), tree(table, ROOT));
    }

    @Test
    void children_of_a_parent_whose_number_was_given_away_are_left_out() {
        var table = table(alive(1, 0), alive(100, 1), alive(101, 100), alive(102, 101));
        Set<ProcessId> tree = table.tree(List.of(ROOT), process -> process.pid() != 101);
        assertEquals(Set.of(ROOT, id(101)), tree);
    }

    @Test
    void a_zombie_is_left_out_and_its_children_are_not() {
        var table = table(new ProcStat(100, "x", 'Z', 1, 1, 1), alive(101, 100));
        assertEquals(Set.of(id(101)), tree(table, ROOT));
    }

    @Test
    void a_circle_of_parents_ends() {
        var table = table(alive(100, 101), alive(101, 100));
        assertEquals(Set.of(ROOT, id(101)), tree(table, ROOT));
    }

    @Test
    void a_member_that_is_gone_leaves_an_empty_tree() {
        assertEquals(Set.of(), tree(table(alive(1, 0)), ROOT));
    }

    private static Set<ProcessId> tree(ProcessTable table, ProcessId... members) {
        return table.tree(List.of(members), _ -> true);
    }

    private static ProcessTable table(ProcStat... processes) {
        return new ProcessTable(List.of(processes));
    }

    private static ProcStat alive(long pid, long parent) {
        return new ProcStat(pid, "x", 'S', parent, 1, 1);
    }

    private static ProcessId id(long pid) {
        return new ProcessId(pid, 1);
    }
}
