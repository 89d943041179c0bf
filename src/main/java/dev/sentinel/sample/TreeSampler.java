package dev.sentinel.sample;

import dev.sentinel.linux.Proc;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Finds the trees of targets and sums up their memory. Used by one thread.
///
/// Listing all processes is dear on a busy machine (about 8 µs each), so one list serves all
/// targets, and is kept while no process is born and until the loop may spend time on the next: the
/// lists take at most a fiftieth of it.
public final class TreeSampler {

    private static final int LISTINGS_SHARE = 50;
    private static final int LOOKS_SHARE = 10;

    /// Also when nothing seems to have happened.
    private static final Duration OLDEST_LISTING = Duration.ofSeconds(5);

    private final Proc proc;
    private final Sampler sampler;
    private final ForkWatch forks;
    private final Supplier<Duration> clock;
    private ProcessTable table = new ProcessTable(Set.of());
    private long listings;
    private Duration nextListing = Duration.ZERO;
    private Duration overdue = Duration.ZERO;
    private Duration lastLookTook = Duration.ZERO;

    /// Looks at nothing yet.
    ///
    /// @param clock monotonic
    public TreeSampler(Proc proc, Sampler sampler, Supplier<Duration> clock) {
        this.proc = proc;
        this.sampler = sampler;
        this.forks = new ForkWatch(proc);
        this.clock = clock;
    }

    /// The list as it is, renewed when it may be. Failing to list leaves the old one.
    public ProcessTable table() throws IOException {
        Duration now = clock.get();
        boolean allowed = now.compareTo(nextListing) >= 0;
        boolean worthIt = allowed && (now.compareTo(overdue) >= 0 || forks.mayHaveForked());
        return worthIt ? list(now) : table;
    }

    /// A new list, whatever it costs: before a signal goes out.
    public ProcessTable freshTable() throws IOException {
        // Whoever is born from here on makes the next list worth its while.
        forks.mayHaveForked();
        return list(clock.get());
    }

    private ProcessTable list(Duration begin) throws IOException {
        table = new ProcessTable(proc.stats());
        listings++;
        Duration end = clock.get();
        nextListing = end.plus(times(end.minus(begin), LISTINGS_SHARE));
        overdue = end.plus(OLDEST_LISTING);
        return table;
    }

    /// How many lists there have been: as long as it stays, so do the members of every tree.
    public long listings() {
        return listings;
    }

    /// The memory of all members together; empty when every one of them was gone or unreadable.
    ///
    /// @param at what the reading is to be dated
    public Optional<MemoryReading> read(Collection<ProcessId> members, Duration at) {
        Duration begin = clock.get();
        long sum = 0;
        int count = 0;
        for (ProcessId member : members) {
            switch (sampler.sample(member)) {
                case Sampled.Read(var resident) -> {
                    sum += resident.bytes();
                    count++;
                }
                case Sampled.Vanished() -> overdue = Duration.ZERO;
                case Sampled.Denied _ -> {}
            }
        }
        lastLookTook = clock.get().minus(begin);
        return count == 0
                ? Optional.empty()
                : Optional.of(new MemoryReading(at, new ByteSize(sum), count));
    }

    /// Lets go of what is kept for processes that no target has any more.
    public void keepOnly(Set<ProcessId> processes) {
        sampler.keepOnly(processes);
    }

    /// How long to leave the tree alone after a look: a tree of thousands takes long to read, and
    /// reading may take at most a tenth of the loop's time.
    public Duration leastPause() {
        return times(lastLookTook, LOOKS_SHARE);
    }

    /// Not multipliedBy, which goes through BigDecimal.
    private static Duration times(Duration duration, int factor) {
        return Duration.ofNanos(duration.toNanos() * factor);
    }
}
