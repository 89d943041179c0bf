package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.linux.FakeProc;
import dev.sentinel.linux.ProcStat;
import dev.sentinel.model.ProcessId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

class FamilyWalkTest {

    private static final ProcessId ROOT = id(10);

    @TempDir Path directory;
    private FakeProc machine;

    /// Who tells the children of a process.
    enum Source {
        CHILDREN_FILES,
        LIST_OF_ALL
    }

    @BeforeEach
    void ten_is_the_parent_of_eleven_and_that_of_twelve() {
        machine = FakeProc.in(directory);
        machine.process(10).process(11).parent(10).process(12).parent(11);
        machine.file("10/task/10/children", "11 ")
                .file("11/task/11/children", "12 ")
                .file("12/task/12/children", "");
    }

    @ParameterizedTest
    @EnumSource
    void children_of_children_belong_to_the_tree(Source source) throws IOException {
        machine.process(99).process(98).parent(99);
        assertEquals(Set.of(ROOT, id(11), id(12)), tree(source, ROOT));
    }

    @Test
    void every_thread_may_have_children() throws IOException {
        machine.process(10).threads(2);
        machine.file("10/task/10/children", "").file("10/task/77/children", "11 ");
        assertEquals(Set.of(ROOT, id(11), id(12)), tree(Source.CHILDREN_FILES, ROOT));
    }

    @ParameterizedTest
    @EnumSource
    void a_member_whose_parent_ended_stays_while_it_is_passed_in(Source source) throws IOException {
        machine.without(10).process(11).parent(1);
        assertEquals(Set.of(id(11), id(12)), tree(source, ROOT, id(11)));
        assertEquals(Set.of(), tree(source, ROOT));
    }

    @ParameterizedTest
    @EnumSource
    void the_same_number_at_another_time_is_somebody_else(Source source) throws IOException {
        assertEquals(Set.of(), tree(source, new ProcessId(10, 99)));
    }

    @ParameterizedTest
    @EnumSource
    void a_child_whose_number_was_given_away_is_left_out(Source source) throws IOException {
        FamilyWalk.Children before = children(source);
        machine.process(11).parent(1);
        assertEquals(Set.of(ROOT), walk().tree(Set.of(ROOT), before));
    }

    @ParameterizedTest
    @EnumSource
    void children_of_a_parent_whose_number_was_given_away_are_left_out(Source source)
            throws IOException {
        FamilyWalk.Children before = children(source);
        FamilyWalk.Children tooLate =
                parent -> {
                    if (parent.pid() == 11) {
                        // The same tick, the same number, and another process.
                        machine.without(11).process(11).parent(1);
                    }
                    return before.of(parent);
                };
        machine.file("11/task/11/children", "12 ");
        assertEquals(Set.of(ROOT, id(11)), walk().tree(Set.of(ROOT), tooLate));
    }

    @ParameterizedTest
    @EnumSource
    void a_zombie_is_left_out_but_not_its_children(Source source) throws IOException {
        machine.process(11).parent(10).state('Z');
        assertEquals(Set.of(ROOT, id(12)), tree(source, ROOT));
    }

    @ParameterizedTest
    @EnumSource
    void a_circle_of_parents_ends(Source source) throws IOException {
        machine.process(10).parent(12).done().file("12/task/12/children", "10 ");
        assertEquals(Set.of(ROOT, id(11), id(12)), tree(source, ROOT));
    }

    private Set<ProcessId> tree(Source source, ProcessId... members) throws IOException {
        return walk().tree(List.of(members), children(source));
    }

    private FamilyWalk walk() {
        return new FamilyWalk(new HeldProcesses(machine.proc()));
    }

    private FamilyWalk.Children children(Source source) throws IOException {
        return switch (source) {
            case CHILDREN_FILES -> this::fromFiles;
            case LIST_OF_ALL -> new ProcessTable(machine.proc().stats())::childrenOf;
        };
    }

    private Collection<Long> fromFiles(ProcStat parent) throws IOException {
        return machine.proc().children(parent);
    }

    private static ProcessId id(long pid) {
        return new ProcessId(pid, 100);
    }
}
