package dev.sentinel.sample;

import dev.sentinel.linux.ProcStat;
import dev.sentinel.model.ProcessId;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// All processes at one moment, and who descends from whom. Immutable.
public final class ProcessTable {

    private final Map<Long, ProcStat> byPid = new HashMap<>();
    private final Map<Long, List<ProcStat>> byParent = new HashMap<>();

    public ProcessTable(Collection<ProcStat> processes) {
        for (ProcStat process : processes) {
            byPid.put(process.pid(), process);
            byParent.computeIfAbsent(process.parent(), _ -> new ArrayList<>()).add(process);
        }
    }

    /// Those of the given processes that live, and all that descend from them. One whose parent
    /// ended stays in the tree as long as it is passed in again; zombies are left out, their
    /// children not.
    ///
    /// @param still whether a process is still the one that it was: a parent may have ended while
    ///   the list was made, and its number have gone to a stranger, whose children are not ours
    public Set<ProcessId> tree(Collection<ProcessId> members, Predicate<ProcStat> still) {
        Set<ProcessId> living = new LinkedHashSet<>();
        Set<Long> seen = new LinkedHashSet<>();
        Deque<ProcStat> open = new ArrayDeque<>();
        members.forEach(member -> find(member, open));
        while (!open.isEmpty()) {
            ProcStat process = open.poll();
            if (!seen.add(process.pid())) {
                continue;
            }
            if (process.alive()) {
                living.add(idOf(process));
            }
            List<ProcStat> children = byParent.getOrDefault(process.pid(), List.of());
            if (!children.isEmpty() && still.test(process)) {
                open.addAll(children);
            }
        }
        return living;
    }

    private void find(ProcessId member, Deque<ProcStat> into) {
        ProcStat process = byPid.get(member.pid());
        // The same number with another start time is somebody else.
        if (process != null && process.startTicks() == member.startTicks()) {
            into.add(process);
        }
    }

    static ProcessId idOf(ProcStat process) {
        return new ProcessId(process.pid(), process.startTicks());
    }
}
