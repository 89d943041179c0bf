package dev.sentinel.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Hand-made values for tests of what is shown: `leaker`, 80 seconds old, somewhere in its life.
public final class Snapshots {

    public static final Duration NOW = Duration.ofSeconds(80);
    public static final Instant WALL = Instant.parse("2026-01-02T03:04:05Z");
    public static final Moment AT = new Moment(NOW, WALL);
    public static final Build BUILD = new Build("0.1.0", "abc1234", "25");
    public static final ProcessId PROCESS = new ProcessId(4711, 93_311);
    public static final Machine MACHINE =
            new Machine(
                    ByteSize.ofMebibytes(16 << 10),
                    ByteSize.ofMebibytes(9421),
                    Optional.of(new Pressure(0.42, 0.1)));
    public static final StopPlan PLAN = new StopPlan(Signal.TERM, Duration.ofSeconds(3));
    public static final Limit LIMIT = new Limit(ByteSize.ofMebibytes(512), Duration.ZERO);
    public static final Outlets OUTLETS =
            new Outlets(
                    Optional.of("/tmp/sentinel.socket"),
                    Optional.of("http://127.0.0.1:8000/metrics"));
    public static final StopCause BREACH =
            new StopCause.MemoryLimit(new Verdict.Over(reading(540), LIMIT));

    private Snapshots() {}

    public static Target target(String name, Limit limit) {
        var launch = new Launch(List.of(name), Launch.Output.CAPTURE, Launch.Input.NOTHING);
        return new Target(name, launch, limit, PLAN, Detector.POLL, new Interval.Auto());
    }

    /// A look at three processes, a twentieth of a second ago.
    public static MemoryReading reading(long mebibytes) {
        return new MemoryReading(NOW.minusMillis(50), ByteSize.ofMebibytes(mebibytes), 3);
    }

    public static ChildState.Up up() {
        return new ChildState.Up(PROCESS, Duration.ZERO);
    }

    /// Asked to end 1.25 seconds ago.
    public static ChildState.Stopping stopping(StopCause cause) {
        Duration since = NOW.minusMillis(1250);
        Duration killAt = since.plus(PLAN.grace());
        return new ChildState.Stopping(
                PROCESS, cause, Signal.TERM, since, killAt, Optional.empty());
    }

    public static ChildState.Killing killing(StopCause cause) {
        return new ChildState.Killing(
                PROCESS,
                cause,
                Optional.of(Signal.TERM),
                NOW.minusSeconds(4),
                NOW.plusSeconds(1),
                Optional.empty());
    }

    /// Two processes have survived SIGKILL.
    public static ChildState.Unkillable unkillable(StopCause cause) {
        return new ChildState.Unkillable(killing(cause), NOW.plusMillis(500), 2);
    }

    public static ChildState.Gone gone() {
        var exit = Optional.of(new ExitStatus(143));
        var took = Duration.ofMillis(210);
        return new ChildState.Gone(new Ending.Stopped(BREACH, exit, List.of(Signal.TERM), took));
    }

    /// Starting: nothing has been seen yet.
    public static TargetStatus starting() {
        return new TargetStatus(
                target("leaker", LIMIT),
                new ChildState.Starting(Optional.empty(), false),
                new MemoryStatus(
                        Optional.empty(),
                        ByteSize.ZERO,
                        History.EMPTY,
                        new Trend.TooEarly(),
                        Detection.NONE,
                        "statm"),
                Set.of(),
                Duration.ofMillis(100),
                Tally.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The running target under another name.
    public static TargetStatus called(String name) {
        TargetStatus status = running();
        return with(status, target(name, LIMIT), status.memory(), status.tally(), status.log());
    }

    /// Running in its second life.
    public static TargetStatus startedAgain() {
        TargetStatus status = running();
        Tally tally = status.tally().plusStart();
        return with(status, status.target(), status.memory(), tally, status.log());
    }

    public static TargetStatus running() {
        return in(up(), LIMIT, 384);
    }

    /// In that state, with so much memory in use after a climb of 80 seconds.
    public static TargetStatus in(ChildState state, Limit limit, long mebibytes) {
        boolean gone = state instanceof ChildState.Gone;
        return new TargetStatus(
                target("leaker", limit),
                state,
                new MemoryStatus(
                        gone ? Optional.empty() : Optional.of(reading(mebibytes)),
                        ByteSize.ofMebibytes(mebibytes),
                        climb(mebibytes),
                        new Trend.TooEarly(),
                        Detection.NONE,
                        "statm"),
                gone ? Set.of() : LeakerTree.MEMBERS,
                Duration.ofMillis(100),
                Tally.NOTHING.plusStart().plusSample().plusSample().plusSampleError(),
                Optional.of(new Moment(Duration.ZERO, WALL.minus(NOW))),
                gone ? Optional.of(new CommandExit(new ExitStatus(143), AT)) : Optional.empty(),
                Optional.of("cgroup /sys/fs/cgroup/sentinel-1-1"),
                Optional.of(new PrintedLog(List.of("hoarding 1 block", "hoarding 2 blocks"))));
    }

    /// The running target, with its memory heading there.
    public static TargetStatus heading(Trend trend) {
        return remembering(running(), trend, Detection.NONE);
    }

    /// Being ended for a breach that was noticed 3 ms after it was within its limit, 28 MiB over it
    /// and 40 in the end.
    public static TargetStatus breached() {
        var limit = new Verdict.Over(reading(540), LIMIT);
        Detection detection =
                Detection.NONE.plus(Duration.ofMillis(3), limit).seen(reading(552), LIMIT);
        return remembering(in(stopping(BREACH), LIMIT, 540), new Trend.TooEarly(), detection);
    }

    private static TargetStatus remembering(TargetStatus status, Trend trend, Detection detection) {
        MemoryStatus memory = status.memory();
        var remembered =
                new MemoryStatus(
                        memory.reading(),
                        memory.peak(),
                        memory.history(),
                        trend,
                        detection,
                        memory.source());
        return with(status, status.target(), remembered, status.tally(), status.log());
    }

    private static TargetStatus with(
            TargetStatus status,
            Target target,
            MemoryStatus memory,
            Tally tally,
            Optional<LogReader> log) {
        return new TargetStatus(
                target,
                status.state(),
                memory,
                status.members(),
                status.interval(),
                tally,
                status.start(),
                status.lastExit(),
                status.heldBy(),
                log);
    }

    /// A mebibyte a second, two minutes from the limit.
    public static TargetStatus leaking() {
        return heading(new Trend.Growing(1 << 20, 0.99, Optional.of(Duration.ofSeconds(125))));
    }

    /// The same target, having printed these lines.
    public static TargetStatus printing(TargetStatus status, List<String> output) {
        Optional<LogReader> log = Optional.of(new PrintedLog(output));
        return with(status, status.target(), status.memory(), status.tally(), log);
    }

    /// Eight steps of ten seconds each.
    private static History climb(long mebibytes) {
        History history = History.EMPTY;
        for (int second = 0; second < NOW.toSeconds(); second++) {
            ByteSize size = ByteSize.ofMebibytes(mebibytes * (second / 10 + 1) / 8);
            history = history.plus(new MemoryReading(Duration.ofSeconds(second), size, 3));
        }
        return history;
    }

    /// The same after that has happened, one second after the other.
    public static Snapshot telling(Snapshot snapshot, Event.Happening... happenings) {
        List<Event> events = new ArrayList<>();
        for (Event.Happening what : happenings) {
            long number = events.size() + 1L;
            events.add(new Event(number, WALL.minus(NOW).plusSeconds(number), "leaker", what));
        }
        return new Snapshot(
                snapshot.at(),
                snapshot.targets(),
                snapshot.events().plus(events),
                snapshot.pace(),
                snapshot.self(),
                snapshot.machine(),
                snapshot.facts());
    }

    public static Snapshot of(TargetStatus... targets) {
        var self =
                new SelfStatus(
                        42,
                        WALL.minus(NOW),
                        Duration.ofMillis(1500),
                        0.004,
                        ByteSize.ofMebibytes(48),
                        ByteSize.ofMebibytes(2048),
                        23,
                        1024);
        return new Snapshot(
                AT,
                List.of(targets),
                EventLog.begun(WALL.minus(NOW)),
                Pace.NONE,
                Optional.of(self),
                MACHINE,
                LeakerTree.facts(targets));
    }
}
