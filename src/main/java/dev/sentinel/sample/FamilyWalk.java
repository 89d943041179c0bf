package dev.sentinel.sample;

import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;
import dev.sentinel.model.ProcessId;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds a tree by asking each of its processes for its children: cost follows the tree, not the
/// machine. A child born while its siblings end can be missed once (proc_tid_children(5)); the next
/// walk finds it.
record FamilyWalk(Proc proc) {

    /// Those of the given processes that live, and all that descend from them; see
    /// [ProcessTable#tree].
    Set<ProcessId> tree(Collection<ProcessId> members) throws IOException {
        Deque<ProcStat> open = new ArrayDeque<>();
        for (ProcessId member : members) {
            Optional<ProcStat> found = proc.stat(member.pid());
            // The same number with another start time is somebody else.
            if (found.isPresent() && found.get().startTicks() == member.startTicks()) {
                open.add(found.get());
            }
        }
        Set<ProcessId> living = new LinkedHashSet<>();
        Set<Long> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ProcStat process = open.poll();
            if (seen.add(process.pid())) {
                if (process.alive()) {
                    living.add(ProcessTable.idOf(process));
                }
                addChildren(process, open);
            }
        }
        return living;
    }

    private void addChildren(ProcStat parent, Deque<ProcStat> open) throws IOException {
        List<ProcStat> children = new ArrayList<>();
        for (long pid : proc.children(parent)) {
            Optional<ProcStat> child = proc.stat(pid);
            // It may have ended and its number been given away since.
            if (child.isPresent() && child.get().parent() == parent.pid()) {
                children.add(child.get());
            }
        }
        // So may its parent, before it was asked for them.
        if (!children.isEmpty() && isStill(parent)) {
            open.addAll(children);
        }
    }

    /// Whether its number still means the same process.
    boolean isStill(ProcStat process) {
        try {
            return proc.stat(process.pid())
                    .filter(now -> now.startTicks() == process.startTicks())
                    .isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
