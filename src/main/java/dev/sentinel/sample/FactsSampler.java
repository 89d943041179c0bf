package dev.sentinel.sample;

import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcUsage;
import dev.sentinel.linux.Self;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.CgroupFacts;
import dev.sentinel.model.Facts;
import dev.sentinel.model.ProcessFacts;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Spent;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.TreeFacts;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// What processes cost beside memory, one by one and the trees of targets, for those who look at
/// it. A slow look, for a thread that may wait; nothing stays open.
public final class FactsSampler {

    /// In one round, of all targets together. No screen shows more, and a look takes some 50 µs.
    private static final int MOST = 1_000;

    private record Look(ProcUsage usage, Spent spent, int openFiles, Duration at) {}

    /// Asked of the kernel when it is first needed, which is not on the way to the child.
    private static final class Unit {
        static final long PAGE = Self.pageSize();
        static final long TICKS_A_SECOND = Self.clockTicks();
    }

    private final Proc proc;
    private final Supplier<Duration> clock;
    private final Accounts accounts = new Accounts();
    private Map<ProcessId, Look> before = new HashMap<>();

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
    public Facts read(List<TargetStatus> targets) {
        Set<ProcessId> members = new HashSet<>();
        targets.forEach(target -> members.addAll(target.members()));
        Map<ProcessId, Look> looks = lookAt(members);
        Map<ProcessId, ProcessFacts> processes = new HashMap<>();
        looks.forEach((process, look) -> processes.put(process, facts(process, look)));
        accounts.keepOnly(members);
        Map<String, TreeFacts> trees = new HashMap<>();
        targets.forEach(target -> trees.put(target.name(), tree(target, looks)));
        before = looks;
        return new Facts(processes, trees);
    }

    private Map<ProcessId, Look> lookAt(Set<ProcessId> members) {
        List<ProcessId> some =
                members.stream()
                        .sorted(Comparator.comparingLong(ProcessId::pid))
                        .limit(MOST)
                        .toList();
        Map<ProcessId, Look> looks = new HashMap<>();
        for (ProcessId member : some) {
            // Read before it is asked who has the number: whoever has it then had it now.
            int openFiles = proc.openFiles(member.pid());
            @Nullable ProcUsage usage = usage(member);
            if (usage != null) {
                looks.put(member, new Look(usage, spent(usage), openFiles, clock.get()));
            }
        }
        return looks;
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

    private static Spent spent(ProcUsage usage) {
        return new Spent(
                time(usage.userTicks()),
                time(usage.systemTicks()),
                usage.minorFaults(),
                usage.majorFaults());
    }

    private static Duration time(long ticks) {
        return Duration.ofSeconds(ticks).dividedBy(Unit.TICKS_A_SECOND);
    }

    private TreeFacts tree(TargetStatus target, Map<ProcessId, Look> looks) {
        int threads = 0;
        int openFiles = 0;
        for (ProcessId member : target.members()) {
            @Nullable Look look = looks.get(member);
            if (look != null) {
                threads += (int) look.usage().process().threads();
                openFiles += look.openFiles();
                accounts.add(target.name(), member, look.spent());
            }
        }
        CgroupFacts cgroup =
                target.alive()
                        ? target.cgroup().map(CgroupSampler::read).orElse(CgroupFacts.NONE)
                        : CgroupFacts.NONE;
        return new TreeFacts(accounts.of(target.name()), threads, openFiles, cgroup);
    }

    /// Zero at the first look.
    private double load(ProcessId member, Look now) {
        Look last = before.getOrDefault(member, now);
        long nanos = now.at().minus(last.at()).toNanos();
        long used = now.spent().cpu().minus(last.spent().cpu()).toNanos();
        return nanos > 0 ? (double) used / nanos : 0;
    }

    private ProcessFacts facts(ProcessId member, Look look) {
        ProcUsage usage = look.usage();
        return new ProcessFacts(
                member,
                usage.process().parent(),
                usage.process().readableName(),
                new ByteSize(usage.residentPages() * Unit.PAGE),
                load(member, look),
                (int) usage.process().threads(),
                look.openFiles());
    }
}
