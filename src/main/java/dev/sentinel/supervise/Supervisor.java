package dev.sentinel.supervise;

import dev.sentinel.linux.Proc;
import dev.sentinel.model.Command;
import dev.sentinel.model.Event;
import dev.sentinel.model.EventLog;
import dev.sentinel.model.Facts;
import dev.sentinel.model.Machine;
import dev.sentinel.model.Moment;
import dev.sentinel.model.Pace;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Target;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.sample.TreeSampler;
import dev.sentinel.terminate.Terminator;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The one owner of state. A tick takes the commands that came, looks at every target, acts, and
/// publishes one snapshot. Ticks come from one thread; [#offer] and [#latest] are for any.
public final class Supervisor {

    private static final int COMMANDS = 64;
    private static final Duration FRESH = Duration.ofMillis(250);

    /// What the supervisor works with, and whom it tells.
    ///
    /// @param reaper fetches the statuses of adopted processes, and tells how soon it wants to
    ///   again
    /// @param proc where the names of processes stand
    /// @param events told of every event; must not wait
    /// @param ourGroup whether a process is in Sentinel's process group
    /// @param complaints told in a sentence of what went wrong; must not wait
    /// @param wake called when a command has come
    public record Parts(
            Starter starter,
            Supplier<Duration> reaper,
            TreeSampler trees,
            ExactLook exactLook,
            Terminator terminator,
            Proc proc,
            Predicate<ProcessId> ourGroup,
            Consumer<Event> events,
            Consumer<String> complaints,
            Runnable wake) {}

    private final Parts parts;
    private final Rehearsal rehearsal;
    private final List<Guarded> targets;
    private final Mailbox<Command> commands = new Mailbox<>(COMMANDS);
    private final AtomicReference<Snapshot> latest;
    private final LatenessCount lateness = new LatenessCount();
    private boolean ending;
    private Duration due = Duration.ZERO;
    private long searches;
    private long told;
    private final List<Event> untold = new ArrayList<>();
    private EventLog log;

    public Supervisor(List<Target> targets, Parts parts, Moment now) {
        this.parts = parts;
        this.rehearsal = new Rehearsal(parts.terminator());
        this.targets = new ArrayList<>();
        for (Target target : targets) {
            this.targets.add(guard(target));
        }
        this.log = EventLog.begun(now.wall());
        this.latest = new AtomicReference<>(snapshot(now));
    }

    private Guarded guard(Target target) {
        return new Guarded(
                target, parts.starter(), this::life, (now, what) -> tell(now, target.name(), what));
    }

    private Life life(Target target, Optional<Lookout> before) {
        Members members = new Members(parts.trees(), parts.complaints());
        Terminator terminator = parts.terminator();
        Tree tree = new Tree(members, parts.trees(), terminator, parts.proc(), parts.complaints());
        MemoryWatch memory =
                before.map(last -> last.memory().next(target.limit()))
                        .orElseGet(() -> new MemoryWatch(target.limit(), parts.exactLook()));
        return new Life(
                members,
                tree,
                new Relay(members, terminator, parts.ourGroup()),
                new Lookout(target, memory, members, tree, rehearsal));
    }

    private void tell(Moment now, String target, Event.Happening what) {
        Event event = new Event(++told, now.wall(), target, what);
        untold.add(event);
        parts.events().accept(event);
    }

    /// Starts everything.
    void begin(Moment now) {
        targets.forEach(target -> target.begin(now));
        publish(now);
    }

    /// One round over all targets.
    ///
    /// @return how long until the next one is due
    Duration tick(Moment now) {
        for (Command command : commands.take()) {
            obey(command, now);
        }
        for (Guarded target : targets) {
            target.tick(now);
        }
        Duration reapAgain = parts.reaper().get();
        noteLateness(now.sinceStart());
        forgetTheGone();
        if (hasNews(now)) {
            publish(now);
        }
        Duration wait = Durations.min(untilNextWake(now), reapAgain);
        due = now.sinceStart().plus(wait);
        return wait;
    }

    /// Ticks that somebody woke the loop for were not due yet, and are not late.
    private void noteLateness(Duration now) {
        if (now.compareTo(due) >= 0) {
            lateness.add(now.minus(due));
        }
    }

    private void obey(Command command, Moment now) {
        ending |= command.endsSentinel();
        boolean tooLate = ending && command instanceof Command.Restart;
        for (Guarded target : targets) {
            if (command.concerns(target.name())) {
                command.asker()
                        .map(by -> new Event.Client(by, command.describe()))
                        .ifPresent(asked -> tell(now, target.name(), asked));
                if (!tooLate) {
                    target.obey(command, now);
                }
            }
        }
    }

    /// Only a search can have changed who is there.
    private void forgetTheGone() {
        if (searches != parts.trees().searches()) {
            searches = parts.trees().searches();
            Set<ProcessId> everybody = new HashSet<>();
            targets.forEach(target -> everybody.addAll(target.members()));
            parts.trees().keepOnly(everybody);
        }
    }

    /// Plain loops here and in [#snapshot]: this is what a guard does all day.
    private Duration untilNextWake(Moment now) {
        @Nullable Duration first = null;
        for (Guarded target : targets) {
            if (!target.gone()) {
                Duration wake = target.nextWake(now.sinceStart());
                first = first == null || wake.compareTo(first) < 0 ? wake : first;
            }
        }
        return first == null ? FRESH : first.minus(now.sinceStart());
    }

    /// Waits for output that is still on its way, once everything has ended.
    void awaitOutput(Duration atMost, Supplier<Moment> clock) throws InterruptedException {
        Duration end = clock.get().sinceStart().plus(atMost);
        for (Guarded target : targets) {
            Duration left = end.minus(clock.get().sinceStart());
            target.awaitOutput(Durations.max(left, Duration.ZERO));
        }
        publish(clock.get());
    }

    /// A snapshot says when it was made, so one is made now and then also when nothing changes.
    private boolean hasNews(Moment now) {
        Duration age = now.sinceStart().minus(latest.get().at().sinceStart());
        if (age.compareTo(FRESH) >= 0 || !untold.isEmpty()) {
            return true;
        }
        for (Guarded target : targets) {
            if (target.hasNews()) {
                return true;
            }
        }
        return false;
    }

    private void publish(Moment now) {
        log = log.plus(untold);
        untold.clear();
        latest.set(snapshot(now));
    }

    private Snapshot snapshot(Moment now) {
        List<TargetStatus> statuses = new ArrayList<>(targets.size());
        for (Guarded target : targets) {
            statuses.add(target.status());
        }
        Pace pace = new Pace(lateness.counted(), parts.trees().looks(), parts.trees().looking());
        return new Snapshot(
                now, statuses, log, pace, Optional.empty(), Machine.UNKNOWN, Facts.NONE);
    }

    /// Everything known at the last tick, but what slow looks find: they are taken elsewhere.
    public Snapshot latest() {
        return latest.get();
    }

    /// Hands over a wish.
    ///
    /// @return false when too many are waiting
    public boolean offer(Command command) {
        boolean taken = commands.offer(command);
        parts.wake().run();
        return taken;
    }
}
