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
/// targets and is kept until the loop may spend time on the next: the lists take at most a fiftieth
/// of it.
public final class TreeSampler {

    private static final int LISTINGS_SHARE = 50;
    private static final int LOOKS_SHARE = 10;

    private final Proc proc;
    private final Sampler sampler;
    private final Supplier<Duration> clock;
    private ProcessTable table = new ProcessTable(Set.of());
    private Duration nextListing = Duration.ZERO;
    private Duration lastLookTook = Duration.ZERO;

    /// Looks at nothing yet.
    ///
    /// @param clock monotonic
    public TreeSampler(Proc proc, Sampler sampler, Supplier<Duration> clock) {
        this.proc = proc;
        this.sampler = sampler;
        this.clock = clock;
    }

    /// The list as it is, renewed when it may be. Failing to list leaves the old one.
    public ProcessTable table() throws IOException {
        return clock.get().compareTo(nextListing) >= 0 ? freshTable() : table;
    }

    /// A new list, whatever it costs: before a signal goes out.
    public ProcessTable freshTable() throws IOException {
        Duration begin = clock.get();
        table = new ProcessTable(proc.stats());
        Duration end = clock.get();
        nextListing = end.plus(end.minus(begin).multipliedBy(LISTINGS_SHARE));
        return table;
    }

    /// The memory of all members together; empty when every one of them was gone or unreadable.
    ///
    /// @param at what the reading is to be dated
    public Optional<MemoryReading> read(Collection<ProcessId> members, Duration at) {
        Duration begin = clock.get();
        long sum = 0;
        int count = 0;
        for (ProcessId member : members) {
            if (sampler.sample(member) instanceof Sampled.Read(ByteSize resident)) {
                sum += resident.bytes();
                count++;
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
        return lastLookTook.multipliedBy(LOOKS_SHARE);
    }
}
