package dev.sentinel.supervise;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.Interval;
import dev.sentinel.model.Limit;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.MemoryStatus;
import dev.sentinel.model.Target;
import dev.sentinel.model.Verdict;
import dev.sentinel.policy.SampleInterval;

import java.time.Duration;
import java.util.Optional;

/// Looks at the memory of one target when it is time to.
final class Lookout {

    /// What came of a look.
    enum Look {
        READ,
        UNREADABLE,
        NOBODY_THERE
    }

    private final Interval interval;
    private final Members members;
    private final Tree tree;
    private final Rehearsal rehearsal;
    private final MemoryWatch memory;
    private final LookTimes times;
    private Limit limit;

    Lookout(Target target, MemoryWatch memory, Members members, Tree tree, Rehearsal rehearsal) {
        this.interval = target.interval();
        this.limit = target.limit();
        this.members = members;
        this.tree = tree;
        this.rehearsal = rehearsal;
        this.memory = memory;
        this.times = new LookTimes(new SampleInterval(interval, limit));
    }

    /// From now on another limit counts. What is known is judged by it at the next look, which is
    /// due now.
    void limit(Limit other, Duration now) {
        limit = other;
        memory.limit(other);
        times.judgeBy(new SampleInterval(interval, other), now);
    }

    /// What it has seen of the target's memory.
    MemoryWatch memory() {
        return memory;
    }

    /// When it is time.
    LookTimes times() {
        return times;
    }

    /// Looks now. The last reading stays when nothing can be read, which is not to say that nothing
    /// is used.
    Look look(ChildState state, Duration now) {
        Optional<MemoryReading> found = tree.read(limit.measure(), now);
        if (found.isPresent()) {
            add(found.get());
        }
        times.looked(state, tree.leastPause(), now);
        if (found.isPresent()) {
            return Look.READ;
        }
        return members.known().isEmpty() ? Look.NOBODY_THERE : Look.UNREADABLE;
    }

    private void add(MemoryReading found) {
        Optional<MemoryReading> before = memory.reading();
        memory.add(found, members.measured(limit.measure().scope()));
        times.read(before, memory.reading().orElse(found));
        if (memory.isOnItsWay()) {
            rehearsal.begin();
        }
    }

    /// Takes what has become known since.
    ///
    /// @return false when nothing has
    boolean notice(Duration now) {
        return memory.notice(now);
    }

    /// When the next tick is due, if nobody wakes the loop before.
    Duration nextWake(ChildState state, Duration now) {
        return Durations.min(times.nextWake(state, now), memory.waitsUntil());
    }

    /// The reading to warn of, if the target has just gone over its soft limit.
    Optional<MemoryReading> warning() {
        return memory.warning();
    }

    /// Over the limit for long enough, and as sure as can be.
    Optional<Verdict.Over> breach() {
        return memory.breach();
    }

    /// Nobody is left to use any.
    void nobodyLeft(Duration now) {
        memory.nobodyLeft(now);
    }

    /// Whether others ought to be told.
    boolean hasNews() {
        return memory.hasNews();
    }

    /// For others.
    MemoryStatus status() {
        return memory.status(tree.source(limit.measure()));
    }
}
