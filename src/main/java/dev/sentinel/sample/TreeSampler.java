package dev.sentinel.sample;

import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Finds the trees of targets and sums up their memory. Used by one thread.
public final class TreeSampler {

    private static final int SEARCH_SHARE = 50;
    private static final int LOOKS_SHARE = 10;

    /// A tree is looked through again after so long also when nobody seems to have been born.
    private static final Duration OLDEST_SEARCH = Duration.ofSeconds(5);

    private static final Duration NEVER = Duration.ofDays(-1);

    private final Proc proc;
    private final HeldProcesses held;
    private final Sampler resident;
    private final Sampler withSwap;
    private final Supplier<Duration> clock;
    private final ForkWatch forks;
    private final FamilyWalk walk;
    private final boolean walks;
    private long births;
    private long searches;
    private Duration asked = NEVER;
    private Duration changed = NEVER;
    private boolean vanished;

    /// Searches since the last change.
    private long unpaid;

    private long looks;
    private Duration looking = Duration.ZERO;
    private final LastFew searchTook = new LastFew();
    private final LastFew lookTook = new LastFew();

    /// Looks at nothing yet.
    ///
    /// @param held has everybody whom this finds
    /// @param resident reads resident set sizes
    /// @param withSwap reads them together with what is in swap
    /// @param clock monotonic
    public TreeSampler(
            Proc proc,
            HeldProcesses held,
            Sampler resident,
            Sampler withSwap,
            Supplier<Duration> clock) {
        this.proc = proc;
        this.held = held;
        this.resident = resident;
        this.withSwap = withSwap;
        this.clock = clock;
        this.forks = new ForkWatch(proc);
        this.walk = new FamilyWalk(held);
        this.walks = proc.tellsChildren();
    }

    /// Changes whenever trees may have changed: a process was born or has vanished, or nobody has
    /// looked for long. Then every tree is searched again, and that may take at most a fiftieth of
    /// the loop's time, so it changes no sooner than that.
    ///
    /// @param at the moment of the tick; within one it does not change
    public long births(Duration at) {
        if (at.equals(asked)) {
            return births;
        }
        asked = at;
        Duration since = at.minus(changed);
        boolean paid = since.compareTo(times(searchTook.least(), SEARCH_SHARE * unpaid)) >= 0;
        if (paid && (forks.mayHaveForked() || vanished || since.compareTo(OLDEST_SEARCH) >= 0)) {
            births++;
            changed = at;
            vanished = false;
            unpaid = 0;
        }
        return births;
    }

    /// Those of the given processes that live, and all that descend from them. Costs what the tree
    /// is large, or, where the kernel does not tell the children of a process, what all processes
    /// are many. A child born while its siblings end can be missed once (proc_tid_children(5)).
    public Set<ProcessId> search(Collection<ProcessId> members) throws IOException {
        return walks ? timed(() -> walk.tree(members, proc::children)) : searchEverywhere(members);
    }

    /// Holds a process, so that it cannot be mistaken for another one from now on.
    ///
    /// @return false when it has ended
    public boolean hold(ProcessId process) throws IOException {
        return held.stat(process.pid())
                .filter(stat -> stat.startTicks() == process.startTicks())
                .isPresent();
    }

    /// Who has these numbers now, without those who have ended.
    public Set<ProcessId> identify(Collection<Long> pids) throws IOException {
        Set<ProcessId> living = new LinkedHashSet<>();
        for (long pid : pids) {
            Optional<ProcStat> stat = held.stat(pid);
            if (stat.isPresent() && stat.get().alive()) {
                living.add(ProcessTable.idOf(stat.get()));
            }
        }
        return living;
    }

    /// The same from a list of all processes, which misses nobody who is in the tree at the time:
    /// before a signal goes out.
    public Set<ProcessId> searchEverywhere(Collection<ProcessId> members) throws IOException {
        return timed(() -> walk.tree(members, new ProcessTable(proc.stats())::childrenOf));
    }

    private interface Search {
        Set<ProcessId> run() throws IOException;
    }

    private Set<ProcessId> timed(Search search) throws IOException {
        Duration begin = clock.get();
        Set<ProcessId> found = search.run();
        searches++;
        unpaid++;
        searchTook.add(clock.get().minus(begin));
        return found;
    }

    /// How many searches there have been: as long as it stays, so do the members of every tree.
    public long searches() {
        return searches;
    }

    /// The memory of all members together, from what is quick to read; empty when every one of them
    /// was gone or unreadable. In place of the proportional set size it is the resident one, which
    /// is never less.
    ///
    /// @param at what the reading is to be dated
    public Optional<MemoryReading> read(
            Collection<ProcessId> members, Measure.Metric metric, Duration at) {
        Duration begin = clock.get();
        Sampler sampler = samplerOf(metric);
        long used = 0;
        long resident = 0;
        int count = 0;
        for (ProcessId member : members) {
            switch (sampler.sample(member)) {
                case Sampled.Read found -> {
                    used += found.used().bytes();
                    resident += found.resident().bytes();
                    count++;
                }
                case Sampled.Vanished() -> vanished = true;
                case Sampled.Denied _ -> {}
            }
        }
        Duration took = clock.get().minus(begin);
        lookTook.add(took);
        looks++;
        looking = looking.plus(took);
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        new MemoryReading(at, new ByteSize(used), new ByteSize(resident), count));
    }

    /// What tells it, in a word.
    public String source(Measure.Metric metric) {
        return switch (metric) {
            case RSS, RSS_SWAP -> samplerOf(metric).source();
            // Nothing else can, and in between what is resident serves to guess by.
            case PSS -> "smaps_rollup";
        };
    }

    private Sampler samplerOf(Measure.Metric metric) {
        return switch (metric) {
            case RSS, PSS -> resident;
            case RSS_SWAP -> withSwap;
        };
    }

    /// How many looks at the memory of a tree there have been.
    public long looks() {
        return looks;
    }

    /// How long those took together.
    public Duration looking() {
        return looking;
    }

    /// Lets go of what is kept for processes that no target has any more.
    public void keepOnly(Set<ProcessId> processes) {
        held.keepOnly(processes);
        resident.keepOnly(processes);
        withSwap.keepOnly(processes);
    }

    /// How long to leave the tree alone after a look: a tree of thousands takes long to read, and
    /// reading may take at most a tenth of the loop's time.
    public Duration leastPause() {
        return times(lookTook.least(), LOOKS_SHARE);
    }

    /// Not multipliedBy, which goes through BigDecimal.
    private static Duration times(Duration duration, long factor) {
        return Duration.ofNanos(duration.toNanos() * factor);
    }
}
