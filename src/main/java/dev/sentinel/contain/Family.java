package dev.sentinel.contain;

import dev.sentinel.linux.Orphans;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// This process's own children: those that it has started, and those that it has adopted.
public final class Family {

    private static final Duration NOT_NEEDED = Duration.ofDays(1);
    private static final Duration IN_CASE_ONE_COMES = Duration.ofSeconds(1);
    private static final Duration WHILE_THERE_ARE_ANY = Duration.ofMillis(500);
    private static final Duration SECOND_LOOK = Duration.ofMillis(20);

    private final Proc proc;
    private final Set<Long> started = ConcurrentHashMap.newKeySet();
    private final AtomicInteger starting = new AtomicInteger();
    private Set<Long> endedBefore = Set.of();
    private volatile boolean adopts = ProcessHandle.current().pid() == 1;

    /// @param started children that this process has had from the start, before it was Sentinel
    public Family(Proc proc, Collection<Long> started) {
        this.proc = proc;
        this.started.addAll(started);
    }

    /// Starts a child, whose status the JDK will fetch. Called by any thread.
    public Process start(ProcessBuilder builder) throws IOException {
        starting.incrementAndGet();
        try {
            Process child = builder.start();
            started.add(child.pid());
            // By then it has been fetched, and the number may go to somebody else.
            var _ = child.onExit().thenRun(() -> started.remove(child.pid()));
            return child;
        } finally {
            starting.decrementAndGet();
        }
    }

    /// From now on orphans come to this process; to the first one of a container they always do.
    void adopts() {
        adopts = true;
    }

    /// Asked after the pid was seen among this process's children. A child whose start is still
    /// under way has no name here yet, so until it has one nobody is taken for an adopted one.
    private boolean mayBeAdopted(long pid) {
        return !isStarting() && !started.contains(pid);
    }

    /// Whether some child of this process cannot be told from an adopted one yet.
    boolean isStarting() {
        return starting.get() > 0;
    }

    /// Fetches the status of adopted children that have ended, or they would stay zombies as long
    /// as Sentinel lives. Called by the loop alone.
    ///
    /// Some libraries start programs of their own, and the JDK fetches a status within a
    /// millisecond. So only who is still a zombie at the second look is taken for an adopted one.
    ///
    /// @return how soon it ought to be called again at the latest
    public Duration reap() {
        if (!adopts) {
            return NOT_NEEDED;
        }
        try {
            return reap(adopted());
        } catch (IOException untold) {
            // A kernel that does not tell children; zombies then stay, and cost a number each.
            endedBefore = Set.of();
            return NOT_NEEDED;
        }
    }

    private Duration reap(List<Long> adopted) throws IOException {
        Set<Long> ended = new HashSet<>();
        for (long pid : adopted) {
            if (hasEnded(pid)) {
                if (endedBefore.contains(pid)) {
                    Orphans.reap(pid);
                } else {
                    ended.add(pid);
                }
            }
        }
        endedBefore = ended;
        if (!ended.isEmpty()) {
            return SECOND_LOOK;
        }
        return adopted.isEmpty() ? IN_CASE_ONE_COMES : WHILE_THERE_ARE_ANY;
    }

    /// Those of this process's children that it has not started itself, as far as can be told now.
    List<Long> adopted() throws IOException {
        return Orphans.adopted().stream().filter(this::mayBeAdopted).toList();
    }

    private boolean hasEnded(long pid) throws IOException {
        Optional<ProcStat> stat = proc.stat(pid);
        return stat.isPresent() && !stat.get().alive();
    }
}
