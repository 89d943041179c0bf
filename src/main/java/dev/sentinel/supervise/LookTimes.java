package dev.sentinel.supervise;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.policy.SampleInterval;

import java.time.Duration;
import java.util.Optional;

/// When one target is looked at: by its memory while it runs, by its state while it is ended.
final class LookTimes {

    /// While a tree is being ended its last exit is looked for this often.
    private static final Duration ENDING_INTERVAL = Duration.ofMillis(20);

    /// A start wakes the loop when it is done; this is for one that cannot.
    private static final Duration WAITING_INTERVAL = Duration.ofMillis(100);

    /// Whoever survives SIGKILL may do so for days.
    private static final Duration UNKILLABLE_INTERVAL = Duration.ofSeconds(1);

    /// By this part of its interval a look may come too soon, if the loop is awake anyway for
    /// another target. So the looks of many targets gather: each wake-up goes through all of them.
    private static final int SLACK = 16;

    private SampleInterval sampleInterval;
    private Duration interval = WAITING_INTERVAL;
    private Duration start = Duration.ZERO;
    private Duration next = Duration.ZERO;
    private Duration nextAtTheEarliest = Duration.ZERO;

    LookTimes(SampleInterval sampleInterval) {
        this.sampleInterval = sampleInterval;
    }

    /// How soon to look again is told by another from now on.
    void judgeBy(SampleInterval other, Duration now) {
        sampleInterval = other;
        lookAgain(Duration.ZERO, now);
    }

    /// From the last look to the next.
    Duration interval() {
        return interval;
    }

    boolean due(Duration now) {
        return now.compareTo(nextAtTheEarliest) >= 0;
    }

    /// The target has just been started.
    void started(Duration now) {
        start = now;
    }

    /// A look has told how much memory is used.
    void read(Optional<MemoryReading> before, MemoryReading found) {
        interval = sampleInterval.after(before, found, start);
    }

    /// A look is over, whatever it told.
    ///
    /// @param leastPause what keeps looking cheap
    void looked(ChildState state, Duration leastPause, Duration now) {
        interval = Durations.max(wanted(state), leastPause);
        next = now.plus(interval);
        nextAtTheEarliest = next.minusNanos(interval.toNanos() / SLACK);
    }

    private Duration wanted(ChildState state) {
        return switch (state) {
            case ChildState.Stopping _, ChildState.Killing _ -> ENDING_INTERVAL;
            case ChildState.Unkillable _ -> UNKILLABLE_INTERVAL;
            case ChildState.Down _, ChildState.Starting _, ChildState.Up _, ChildState.Gone _ ->
                    interval;
        };
    }

    /// The target has gone from one state to another.
    void changed(ChildState before, ChildState after, Duration now) {
        if (before.beingEnded().isEmpty() && after.beingEnded().isPresent()) {
            lookAgain(ENDING_INTERVAL, now);
        }
        if (after instanceof ChildState.Unkillable && !(before instanceof ChildState.Unkillable)) {
            interval = UNKILLABLE_INTERVAL;
            lookAgain(interval, now);
        }
    }

    private void lookAgain(Duration wait, Duration now) {
        next = now.plus(wait);
        nextAtTheEarliest = next;
    }

    /// Whether it is time to see who has survived SIGKILL.
    boolean survivorsDue(ChildState state, Duration now) {
        return switch (state) {
            case ChildState.Killing killing -> now.compareTo(killing.unkillableAt()) >= 0;
            case ChildState.Unkillable unkillable -> now.compareTo(unkillable.nextTry()) >= 0;
            case ChildState.Down _,
                    ChildState.Starting _,
                    ChildState.Up _,
                    ChildState.Stopping _,
                    ChildState.Gone _ ->
                    false;
        };
    }

    /// When the next tick is due, if nobody wakes the loop before.
    Duration nextWake(ChildState state, Duration now) {
        return switch (state) {
            case ChildState.Stopping stopping -> Durations.min(next, stopping.killAt());
            case ChildState.Unkillable unkillable -> Durations.min(next, unkillable.nextTry());
            case ChildState.Up _, ChildState.Killing _ -> next;
            case ChildState.Down _, ChildState.Starting _, ChildState.Gone _ ->
                    now.plus(WAITING_INTERVAL);
        };
    }
}
