package dev.sentinel.sample;

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

/// Finds a tree by going from parents to children. Everybody it meets is held, so that who it has
/// found cannot be mistaken for somebody else afterwards.
record FamilyWalk(HeldProcesses held) {

    /// Tells the children of a process as numbers, which may have gone to others since.
    interface Children {
        Collection<Long> of(ProcStat parent) throws IOException;
    }

    /// Those of the given processes that live, and all that descend from them. One whose parent
    /// ended stays in the tree as long as it is passed in again; zombies are left out, their
    /// children not.
    Set<ProcessId> tree(Collection<ProcessId> members, Children children) throws IOException {
        Deque<ProcStat> open = new ArrayDeque<>();
        for (ProcessId member : members) {
            Optional<ProcStat> found = held.stat(member.pid());
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
                open.addAll(childrenOf(process, children));
            }
        }
        return living;
    }

    private List<ProcStat> childrenOf(ProcStat parent, Children children) throws IOException {
        List<ProcStat> found = new ArrayList<>();
        for (long pid : children.of(parent)) {
            Optional<ProcStat> child = held.stat(pid);
            // It may have ended and its number been given away since.
            if (child.isPresent() && child.get().parent() == parent.pid()) {
                found.add(child.get());
            }
        }
        // So may its parent, before it was asked for them.
        return found.isEmpty() || held.isStill(ProcessTable.idOf(parent)) ? found : List.of();
    }
}
