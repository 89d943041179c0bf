package dev.sentinel.supervise;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Detection;
import dev.sentinel.model.History;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Measure.Metric;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.MemoryStatus;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Verdict;
import dev.sentinel.policy.Growth;
import dev.sentinel.policy.MemoryLimit;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/// What one target uses, and whether that is too much. Looks are quick ones; where what they may be
/// off by could decide, an exact one is asked for. Where shared pages are to count once the quick
/// ones cannot tell, so exact ones are asked for all the time, and in between what is resident more
/// than at the last one counts as the target's own.
final class MemoryWatch {

    /// So long a breach waits to be confirmed; the memory that is in doubt goes on growing. Where
    /// an exact look takes longer there is so much memory that what a quick one may be off by
    /// hardly matters.
    private static final Duration PATIENCE = Duration.ofMillis(3);

    /// The same where nothing else tells what is shared: ten processes that share all they have
    /// would seem to use ten times as much.
    private static final Duration PATIENCE_WITH_SHARING = Duration.ofSeconds(1);

    /// So old what others know may be while nothing changes.
    private static final Duration FRESH = Duration.ofMillis(250);

    private static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final Growth growth = new Growth();
    private final ExactLook exactLook;
    private final ExactQuestion question;

    private Limit limit;
    private MemoryLimit judge;
    private SoftWarning softWarning;
    private Verdict verdict = new Verdict.Within();
    private Optional<MemoryReading> reading = Optional.empty();
    private Optional<MemoryReading> told = Optional.empty();
    private Optional<MemoryReading> lastExact = Optional.empty();
    private ByteSize peak = ByteSize.ZERO;
    private History history = History.EMPTY;
    private Detection detection = Detection.NONE;
    private Optional<Verdict.Over> breach = Optional.empty();
    private Duration lastWithin = Duration.ZERO;

    private Duration overSince = Duration.ZERO;

    MemoryWatch(Limit limit, ExactLook exactLook) {
        this.limit = limit;
        this.judge = new MemoryLimit(limit);
        this.softWarning = new SoftWarning(limit);
        this.exactLook = exactLook;
        this.question = new ExactQuestion(exactLook, limit.measure().metric());
    }

    /// For the next life of the target: the story goes on, the rest begins anew.
    MemoryWatch next(Limit nextLimit) {
        MemoryWatch next = new MemoryWatch(nextLimit, exactLook);
        next.history = history;
        next.detection = detection;
        return next;
    }

    /// From now on another limit counts. A breach that has been decided stays one.
    void limit(Limit other) {
        limit = other;
        judge = new MemoryLimit(other);
        softWarning = new SoftWarning(other);
        verdict = new Verdict.Within();
    }

    /// One more quick look.
    ///
    /// @param whose processes that it was one at
    void add(MemoryReading quick, Set<ProcessId> whose) {
        MemoryReading estimate = limit.measure().metric() == Metric.PSS ? estimate(quick) : quick;
        note(estimate);
        boolean wasOver = verdict instanceof Verdict.Over;
        verdict = judge.judge(verdict, estimate);
        if (!wasOver) {
            overSince = quick.at();
        }
        if (verdict instanceof Verdict.Over over && isBeyondDoubt(over.reading())) {
            decide(over, quick.at());
        } else if (breach.isEmpty()) {
            askOrRemember(whose, quick.at());
        }
    }

    private boolean isBeyondDoubt(MemoryReading found) {
        long over = found.used().bytes() - limit.memory().bytes();
        return limit.measure().metric() != Metric.PSS
                && over > exactLook.doubt().bytes() * found.processes();
    }

    private void askOrRemember(Set<ProcessId> whose, Duration now) {
        boolean over = verdict instanceof Verdict.Over;
        if (over || limit.measure().metric() == Metric.PSS) {
            question.ask(whose, now);
        } else if (isOnItsWay()) {
            question.tryOut(whose, now);
        }
        if (over && !question.isOpen()) {
            // It has just been denied, and cannot be asked for again so soon.
            verdict = new Verdict.Within();
        }
    }

    /// Whether half of what is allowed has been used: early enough for a leak to take longer than
    /// getting ready for its end, and late enough to spare those who never come near.
    boolean isOnItsWay() {
        return !limit.isNone() && peak.bytes() > limit.memory().bytes() / 2;
    }

    private MemoryReading estimate(MemoryReading quick) {
        if (lastExact.isEmpty()) {
            return quick;
        }
        long more = quick.resident().bytes() - lastExact.get().resident().bytes();
        long used = lastExact.get().used().bytes() + Math.max(0, more);
        ByteSize atMost = new ByteSize(Math.min(used, quick.resident().bytes()));
        return new MemoryReading(quick.at(), atMost, quick.resident(), quick.processes());
    }

    private void note(MemoryReading found) {
        reading = Optional.of(found);
        history = history.plus(found);
        growth.add(found);
        if (breach.isPresent()) {
            detection = detection.seen(found, limit);
        }
        peak = found.used().bytes() > peak.bytes() ? found.used() : peak;
        if (limit.isNone() || found.used().bytes() <= limit.memory().bytes()) {
            lastWithin = found.at();
        }
    }

    /// Takes the answer to what was asked for, or stops waiting for it.
    ///
    /// @return false when there was neither
    boolean notice(Duration now) {
        Future<Optional<MemoryReading>> answer = question.done(now);
        if (answer != null) {
            answer.resultNow().ifPresentOrElse(exact -> weigh(exact, now), () -> trust(now));
        }
        boolean tired = now.compareTo(waitsUntil()) >= 0;
        if (tired) {
            trust(now);
        }
        return tired || answer != null;
    }

    /// Until when a breach waits; when there is none that does, a time that never comes.
    Duration waitsUntil() {
        boolean waits = breach.isEmpty() && verdict instanceof Verdict.Over;
        return waits ? overSince.plus(patience()) : NEVER;
    }

    private Duration patience() {
        return limit.measure().metric() == Metric.PSS ? PATIENCE_WITH_SHARING : PATIENCE;
    }

    private void weigh(MemoryReading answer, Duration now) {
        // There may have been quick looks since it was asked for.
        int processes = reading.map(MemoryReading::processes).orElse(answer.processes());
        var exact = new MemoryReading(now, answer.used(), answer.resident(), processes);
        lastExact = Optional.of(exact);
        boolean over = !limit.isNone() && exact.used().bytes() > limit.memory().bytes();
        if (!over) {
            verdict = new Verdict.Within();
            note(exact);
            lastWithin = question.askedAt();
        } else if (verdict instanceof Verdict.Over) {
            decide(new Verdict.Over(exact, limit), now);
        }
    }

    /// The quick look has to do: there is no other.
    private void trust(Duration now) {
        if (verdict instanceof Verdict.Over over) {
            decide(over, now);
        }
    }

    private void decide(Verdict.Over over, Duration now) {
        if (breach.isEmpty()) {
            verdict = over;
            breach = Optional.of(over);
            detection = detection.plus(now.minus(lastWithin), over);
        }
    }

    /// The reading to warn of, if the target has just gone over its soft limit.
    Optional<MemoryReading> warning() {
        // Before the first exact look nobody knows what is shared.
        boolean telling = limit.measure().metric() != Metric.PSS || lastExact.isPresent();
        return telling ? reading.filter(softWarning::isNew) : Optional.empty();
    }

    /// Over the limit for long enough, and as sure as can be.
    Optional<Verdict.Over> breach() {
        return breach;
    }

    /// Nobody is left to use any.
    void nobodyLeft(Duration now) {
        reading = Optional.empty();
        history = history.ended(now);
    }

    Verdict verdict() {
        return verdict;
    }

    /// The latest one.
    Optional<MemoryReading> reading() {
        return reading;
    }

    /// Whether others were told of something else, or too long ago.
    boolean hasNews() {
        if (reading.isEmpty() || told.isEmpty()) {
            return !reading.equals(told);
        }
        MemoryReading now = reading.get();
        return !now.isLike(told.get()) || now.at().minus(told.get().at()).compareTo(FRESH) >= 0;
    }

    /// All of it, for others.
    ///
    /// @param source what readings come from
    MemoryStatus status(String source) {
        told = reading;
        return new MemoryStatus(reading, peak, history, growth.towards(limit), detection, source);
    }
}
