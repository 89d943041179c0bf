package dev.sentinel.contain;

import dev.sentinel.linux.Orphans;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// This process's own children: those that the JDK has started, and those that it has adopted.
public final class Family {

    private final Proc proc;
    private final Set<Long> started = ConcurrentHashMap.newKeySet();
    private Set<Long> endedBefore = Set.of();
    private volatile boolean adopts = ProcessHandle.current().pid() == 1;

    public Family(Proc proc) {
        this.proc = proc;
    }

    /// A child that the JDK has started, and whose status it will fetch. Called by any thread.
    public void started(Process child) {
        started.add(child.pid());
        // By then it has fetched it, and the number may go to somebody else.
        var _ = child.onExit().thenRun(() -> started.remove(child.pid()));
    }

    /// From now on orphans come to this process; to the first one of a container they always do.
    void adopts() {
        adopts = true;
    }

    boolean mayBeAdopted(long pid) {
        return !started.contains(pid);
    }

    /// Fetches the status of adopted children that have ended, or they would stay zombies as long
    /// as Sentinel lives. Called by the loop alone.
    ///
    /// Some libraries start programs of their own, and the JDK fetches a status within a
    /// millisecond. So only who is still a zombie at the second look is taken for an adopted one.
    public void reap() {
        if (!adopts) {
            return;
        }
        try {
            Set<Long> ended = new HashSet<>();
            for (long pid : Orphans.adopted()) {
                if (mayBeAdopted(pid) && hasEnded(pid)) {
                    ended.add(pid);
                    if (endedBefore.contains(pid)) {
                        Orphans.reap(pid);
                    }
                }
            }
            endedBefore = ended;
        } catch (IOException untold) {
            // A kernel that does not tell children; zombies then stay, and cost a number each.
            endedBefore = Set.of();
        }
    }

    private boolean hasEnded(long pid) throws IOException {
        Optional<ProcStat> stat = proc.stat(pid);
        return stat.isPresent() && !stat.get().alive();
    }
}
