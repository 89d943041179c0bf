package dev.sentinel.supervise;

import dev.sentinel.linux.FakeProc;
import dev.sentinel.linux.Proc;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Command;
import dev.sentinel.model.Detector;
import dev.sentinel.model.Event;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Interval;
import dev.sentinel.model.Launch;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.Moment;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopPlan;
import dev.sentinel.model.Target;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.sample.HeldProcesses;
import dev.sentinel.sample.Sampled;
import dev.sentinel.sample.Sampler;
import dev.sentinel.sample.TreeSampler;
import dev.sentinel.terminate.Terminator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/// A machine in a folder: its clock is moved by hand, its processes are text files, and signals are
/// written down.
final class World implements Starter, Sampler, ExactLook, Terminator {

    private static final ByteSize MEBIBYTE = ByteSize.ofMebibytes(1);
    static final Duration INTERVAL = Duration.ofMillis(100);
    static final Duration GRACE = Duration.ofSeconds(3);

    /// What was sent to whom, oldest first: `SIGTERM 100`.
    final List<String> sent = new ArrayList<>();

    /// What commands have written.
    final List<String> output = new ArrayList<>();

    final List<String> complaints = new ArrayList<>();
    final Set<Long> deafToTerm = new HashSet<>();
    final Set<Long> ourGroup = new HashSet<>();

    /// Asleep in the kernel: no signal ends them.
    final Set<Long> stuck = new HashSet<>();

    /// Somebody else's: no signal reaches them.
    final Set<Long> forbidden = new HashSet<>();

    /// How often somebody was to be killed, whether it helped or not.
    int killTries;

    private final FakeProc machine;
    private final Map<Long, ByteSize> memory = new HashMap<>();
    private final Map<Long, Optional<ExitStatus>> exits = new HashMap<>();
    private final Supervisor supervisor;
    private Duration now = Duration.ZERO;
    private Instant wall = Instant.EPOCH;
    private long nextPid = 100;

    World(Path directory, Target... targets) {
        this.machine = FakeProc.in(directory);
        Proc proc = machine.proc();
        var parts =
                new Supervisor.Parts(
                        this,
                        () -> Duration.ofDays(1),
                        new TreeSampler(proc, new HeldProcesses(proc), this, this, () -> now),
                        this,
                        this,
                        proc,
                        process -> ourGroup.contains(process.pid()),
                        _ -> {},
                        complaints::add,
                        () -> {});
        this.supervisor = new Supervisor(List.of(targets), parts, moment());
        supervisor.begin(moment());
    }

    static Target target(String name, String limit) {
        return target(name, limit, Duration.ZERO);
    }

    static Target target(String name, String limit, Duration sustain) {
        return new Target(
                name,
                new Launch(List.of(name), Launch.Output.INHERIT, Launch.Input.INHERIT),
                new Limit(ByteSize.parse(limit, ByteSize.ZERO), sustain),
                new StopPlan(Signal.TERM, GRACE),
                Detector.POLL,
                new Interval.Fixed(INTERVAL));
    }

    Moment moment() {
        return new Moment(now, wall.plus(now));
    }

    /// Somebody sets the calendar's clock.
    World wallJumps(Duration by) {
        wall = wall.plus(by);
        return this;
    }

    /// One tick now.
    World tick() {
        supervisor.tick(moment());
        return this;
    }

    /// Lets that time go by, ticking as often as the supervisor asks for.
    World pass(Duration time) {
        Duration end = now.plus(time);
        while (now.compareTo(end) < 0 && !supervisor.latest().allGone()) {
            Duration wait = supervisor.tick(moment());
            if (!wait.isPositive() && !supervisor.latest().allGone()) {
                throw new AssertionError("the loop would spin: " + wait);
            }
            now = Durations.min(now.plus(wait), end);
        }
        now = end;
        return tick();
    }

    Supervisor supervisor() {
        return supervisor;
    }

    TargetStatus status() {
        return supervisor.latest().targets().getFirst();
    }

    List<Event> events() {
        return supervisor.latest().events().recent();
    }

    /// Somebody asks for that.
    World wish(Command command) {
        supervisor.offer(command);
        return tick();
    }

    /// A process with that parent appears.
    World fork(long pid, long parent) {
        machine.process(pid).parent(parent).startedAt(pid);
        return this;
    }

    World uses(long pid, String size) {
        memory.put(pid, ByteSize.parse(size, ByteSize.ZERO));
        return this;
    }

    /// A process ends; when it is a child of Sentinel's, with that code.
    World exit(long pid, int code) {
        exits.replace(pid, Optional.of(new ExitStatus(code)));
        memory.remove(pid);
        machine.without(pid);
        return this;
    }

    @Override
    public Future<Started> start(Target target) {
        long pid = nextPid++;
        exits.put(pid, Optional.empty());
        machine.process(pid).named("x").startedAt(pid);
        uses(pid, "1M");
        Child child =
                new FakeChild(
                        new ProcessId(pid, pid),
                        () -> exits.getOrDefault(pid, Optional.empty()),
                        () -> List.copyOf(output));
        return CompletableFuture.completedFuture(new Started.Running(child));
    }

    @Override
    public Sampled sample(ProcessId process) {
        return new Sampled.Read(sizeOf(process), sizeOf(process));
    }

    @Override
    public Future<Optional<MemoryReading>> ask(
            Set<ProcessId> processes, Measure.Metric metric, Duration at) {
        long sum = processes.stream().mapToLong(process -> sizeOf(process).bytes()).sum();
        return CompletableFuture.completedFuture(
                Optional.of(new MemoryReading(at, new ByteSize(sum), processes.size())));
    }

    @Override
    public ByteSize doubt() {
        return MEBIBYTE;
    }

    private ByteSize sizeOf(ProcessId process) {
        return memory.getOrDefault(process.pid(), MEBIBYTE);
    }

    @Override
    public String source() {
        return "texts";
    }

    @Override
    public void keepOnly(Set<ProcessId> processes) {}

    @Override
    public void getReady() {}

    @Override
    public Set<ProcessId> send(Signal signal, Collection<ProcessId> processes) {
        if (signal.equals(Signal.KILL) && !processes.isEmpty()) {
            killTries++;
        }
        Set<ProcessId> reached = new HashSet<>(processes);
        reached.removeIf(process -> forbidden.contains(process.pid()));
        for (ProcessId process : reached) {
            long pid = process.pid();
            sent.add(signal + " " + pid);
            boolean heeds = signal.equals(Signal.TERM) && !deafToTerm.contains(pid);
            if (!stuck.contains(pid) && (heeds || signal.equals(Signal.KILL))) {
                exit(pid, 128 + signal.number());
            }
        }
        return reached;
    }

    /// Signals sent, without the SIGCONT that follows each polite one.
    List<String> sentInEarnest() {
        return sent.stream().filter(line -> !line.startsWith("SIGCONT")).toList();
    }
}
