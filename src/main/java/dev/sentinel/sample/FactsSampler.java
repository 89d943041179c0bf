package dev.sentinel.sample;

import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcUsage;
import dev.sentinel.linux.Self;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.ProcessFacts;
import dev.sentinel.model.ProcessId;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// What single processes cost, for those who look at a tree. A slow look, for a thread that may
/// wait; nothing stays open.
public final class FactsSampler {

    /// In one round; no screen shows more.
    private static final int MOST = 1_000;

    private record Spent(long ticks, Duration at) {}

    /// Asked of the kernel when it is first needed, which is not on the way to the child.
    private static final class Unit {
        static final long PAGE = Self.pageSize();
        static final long TICKS_A_SECOND = Self.clockTicks();
    }

    private final Proc proc;
    private final Supplier<Duration> clock;
    private Map<ProcessId, Spent> before = new HashMap<>();

    /// Opens nothing yet.
    ///
    /// @param clock any origin will do
    public FactsSampler(Proc proc, Supplier<Duration> clock) {
        this.proc = proc;
        this.clock = clock;
    }

    /// Asked by one thread.
    ///
    /// @return the facts of those that live; of too many only those with the lowest pids
    public Map<ProcessId, ProcessFacts> read(Set<ProcessId> members) {
        List<ProcessId> some =
                members.stream()
                        .sorted(Comparator.comparingLong(ProcessId::pid))
                        .limit(MOST)
                        .toList();
        Map<ProcessId, Spent> spent = new HashMap<>();
        Map<ProcessId, ProcessFacts> facts = new HashMap<>();
        for (ProcessId member : some) {
            // Read before it is asked who has the number: whoever has it then had it now.
            int openFiles = proc.openFiles(member.pid());
            @Nullable ProcUsage usage = usage(member);
            if (usage != null) {
                Spent now = new Spent(usage.cpuTicks(), clock.get());
                spent.put(member, now);
                facts.put(member, facts(member, usage, load(member, now), openFiles));
            }
        }
        before = spent;
        return Map.copyOf(facts);
    }

    /// Null when it has ended, or cannot be read.
    private @Nullable ProcUsage usage(ProcessId member) {
        try {
            return proc.usage(member.pid())
                    .filter(usage -> usage.process().startTicks() == member.startTicks())
                    .filter(usage -> usage.process().alive())
                    .orElse(null);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /// Zero at the first look.
    private double load(ProcessId member, Spent now) {
        Spent last = before.getOrDefault(member, now);
        long nanos = now.at().minus(last.at()).toNanos();
        double seconds = (double) (now.ticks() - last.ticks()) / Unit.TICKS_A_SECOND;
        return nanos > 0 ? seconds * 1e9 / nanos : 0;
    }

    private static ProcessFacts facts(
            ProcessId member, ProcUsage usage, double load, int openFiles) {
        return new ProcessFacts(
                member,
                usage.process().parent(),
                usage.process().readableName(),
                new ByteSize(usage.residentPages() * Unit.PAGE),
                load,
                (int) usage.process().threads(),
                openFiles);
    }
}
