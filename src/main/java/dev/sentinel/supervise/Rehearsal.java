package dev.sentinel.supervise;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.ChildState;
import dev.sentinel.model.Limit;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.StopPlan;
import dev.sentinel.model.Tally;
import dev.sentinel.model.Verdict;
import dev.sentinel.terminate.Terminator;

import java.time.Duration;

/// What happens at a breach, done once before with nobody concerned: at its first use code is
/// loaded and linked, and that takes longer than all the rest. Begun by the loop's thread alone.
final class Rehearsal {

    private static final ProcessId NOBODY = new ProcessId(0, 0);

    private final Terminator terminator;
    private boolean begun;

    Rehearsal(Terminator terminator) {
        this.terminator = terminator;
    }

    /// On a thread of its own; only the first time.
    void begin() {
        if (!begun) {
            begun = true;
            Thread.ofPlatform().name("rehearsal").daemon().start(this::play);
        }
    }

    private void play() {
        var limit = new Limit(ByteSize.ZERO, Duration.ZERO);
        var reading = new MemoryReading(Duration.ZERO, ByteSize.ZERO, 0);
        var breach = new StopCause.MemoryLimit(new Verdict.Over(reading, limit));
        var plan = new StopPlan(Signal.TERM, Duration.ZERO);
        var up = new ChildState.Up(NOBODY, Duration.ZERO);
        Step step = new Lifecycle(plan).step(up, new Occurrence.StopAsked(breach), Duration.ZERO);
        Tally tally = Tally.NOTHING.plus(Signal.TERM, step.acts().size());
        var _ = step.next().beingEnded().map(tally::plus);
        terminator.getReady();
    }
}
