package dev.sentinel.sample;

import dev.sentinel.linux.ProcStat;
import dev.sentinel.model.ProcessId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who was whose parent at one moment, all over the machine. Immutable.
final class ProcessTable {

    private final Map<Long, List<Long>> byParent = new HashMap<>();

    ProcessTable(Collection<ProcStat> processes) {
        for (ProcStat process : processes) {
            byParent.computeIfAbsent(process.parent(), _ -> new ArrayList<>()).add(process.pid());
        }
    }

    /// Pids of the children that it had.
    List<Long> childrenOf(ProcStat parent) {
        return byParent.getOrDefault(parent.pid(), List.of());
    }

    static ProcessId idOf(ProcStat process) {
        return new ProcessId(process.pid(), process.startTicks());
    }
}
