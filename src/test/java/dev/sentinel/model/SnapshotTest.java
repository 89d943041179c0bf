package dev.sentinel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class SnapshotTest {

    private static List<Long> pids(Snapshot snapshot, TargetStatus target) {
        return snapshot.tree(target).stream().map(process -> process.id().pid()).toList();
    }

    @Test
    void the_processes_of_a_tree_come_by_pid_and_have_its_memory() {
        TargetStatus target = Snapshots.running();
        Snapshot snapshot = Snapshots.of(target);
        assertEquals(List.of(4711L, 4712L, 4713L), pids(snapshot, target));
        assertEquals(
                target.resident().bytes(),
                snapshot.tree(target).stream()
                        .mapToLong(process -> process.resident().bytes())
                        .sum());
    }

    @Test
    void who_has_not_been_looked_at_and_who_is_no_member_is_not_in_it() {
        TargetStatus target = Snapshots.running();
        Snapshot full = Snapshots.of(target);
        var stranger = new ProcessId(4712, 1);
        ProcessFacts facts = full.tree(target).getFirst();
        Snapshot sparse =
                new Snapshot(
                        full.at(),
                        full.targets(),
                        full.events(),
                        full.pace(),
                        full.self(),
                        full.machine(),
                        new Facts(Map.of(Snapshots.PROCESS, facts, stranger, facts), Map.of()));
        assertEquals(List.of(facts), sparse.tree(target));
        assertEquals(List.of(), full.tree(Snapshots.starting()));
    }
}
