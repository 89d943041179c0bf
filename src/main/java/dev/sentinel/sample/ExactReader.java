package dev.sentinel.sample;

import dev.sentinel.linux.MemoryLines;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;
import dev.sentinel.linux.Processors;
import dev.sentinel.linux.Self;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/// Reads memory exactly, from smaps_rollup, where statm may be off by some pages for each processor
/// and knows of neither sharing nor swap. May take milliseconds, and may hang with a process that
/// is stuck: never to be called by the loop.
public record ExactReader(Proc proc) {

    /// Anonymous pages, pages of files, shared memory: each has a counter of its own.
    private static final int COUNTERS = 3;

    /// The memory of all of them together; empty when one that lives could not be read, or nobody
    /// lives.
    ///
    /// @param at what the reading is to be dated
    public Optional<MemoryReading> read(
            Collection<ProcessId> processes, Measure.Metric metric, Duration at)
            throws IOException {
        long used = 0;
        long resident = 0;
        int count = 0;
        for (ProcessId process : processes) {
            Optional<ByteBuffer> sums = proc.memorySums(process.pid());
            // Asked afterwards: whoever has the number now had it when it was read.
            if (!isAlive(process)) {
                continue;
            }
            long rss = sums.map(text -> MemoryLines.bytes(text, "Rss")).orElse(-1L);
            if (rss < 0) {
                return Optional.empty();
            }
            used += used(sums.get(), metric, rss);
            resident += rss;
            count++;
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        new MemoryReading(at, new ByteSize(used), new ByteSize(resident), count));
    }

    /// By how much statm and status may be off for one process. Since Linux 6.2 each processor
    /// counts up to a batch of pages by itself before the others see them (percpu_counter.h).
    public static ByteSize doubt() {
        long processors = Processors.online();
        long batch = Math.max(32, 2 * processors);
        return new ByteSize(COUNTERS * batch * processors * Self.pageSize());
    }

    private static long used(ByteBuffer sums, Measure.Metric metric, long rss) {
        return switch (metric) {
            case RSS -> rss;
            case PSS -> MemoryLines.bytes(sums, "Pss");
            case RSS_SWAP -> rss + MemoryLines.bytes(sums, "Swap");
        };
    }

    private boolean isAlive(ProcessId process) throws IOException {
        return proc.stat(process.pid())
                .filter(stat -> stat.startTicks() == process.startTicks())
                .filter(ProcStat::alive)
                .isPresent();
    }
}
