package dev.sentinel.supervise;

import dev.sentinel.contain.Containment;
import dev.sentinel.contain.Enclosures;
import dev.sentinel.contain.Family;
import dev.sentinel.linux.Pipe;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;
import dev.sentinel.linux.PseudoTerminal;
import dev.sentinel.linux.Self;
import dev.sentinel.model.Launch;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.StartFailure;
import dev.sentinel.model.Target;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/// Starts children, one after the other, on a thread that is there as long as any is to be started:
/// an exec may wait for a slow disk, and the loop must not. To start several at a time would gain
/// nothing, for only one can be inside of its enclosure.
public final class Spawner implements Starter {

    private final Proc proc;
    private final Enclosures enclosures;
    private final Family family;
    private final boolean watchdogs;
    private final OutputShare share;
    private final InstantSource wallClock;
    private final Runnable wake;

    /// The first of them is at work; no more than there are targets.
    private final Queue<Runnable> starts = new ArrayDeque<>();

    /// Starts nothing yet.
    ///
    /// @param watchdogs whether trees are to end with this process, whatever it dies of
    /// @param targets for how many it will start a child
    /// @param wake called whenever a start or an exit is there to be noticed
    public Spawner(
            Proc proc,
            Enclosures enclosures,
            Family family,
            boolean watchdogs,
            int targets,
            InstantSource wallClock,
            Runnable wake) {
        this.proc = proc;
        this.enclosures = enclosures;
        this.family = family;
        this.watchdogs = watchdogs;
        this.share = OutputShare.among(targets);
        this.wallClock = wallClock;
        this.wake = wake;
    }

    @Override
    public Future<Started> start(Target target) {
        var outcome = new CompletableFuture<Started>();
        Runnable start =
                () -> {
                    outcome.complete(outcomeOf(target));
                    wake.run();
                };
        boolean idle;
        synchronized (starts) {
            idle = starts.isEmpty();
            starts.add(start);
        }
        if (idle) {
            Thread.ofPlatform().name("spawner").daemon().start(() -> work(start));
        }
        return outcome;
    }

    private void work(Runnable first) {
        for (@Nullable Runnable start = first; start != null; start = nextOne()) {
            start.run();
        }
    }

    private @Nullable Runnable nextOne() {
        synchronized (starts) {
            starts.remove();
            return starts.peek();
        }
    }

    /// Whatever it is, the loop has to be told, or it would wait for this start for ever.
    private Started outcomeOf(Target target) {
        try {
            return new Started.Running(spawn(target));
        } catch (IOException failed) {
            String command = target.launch().command().getFirst();
            return new Started.Failed(new ExecError(command, failed).explain());
        } catch (RuntimeException | Error fault) {
            return new Started.Failed(
                    new StartFailure(
                            StartFailure.Kind.SENTINEL_FAILED, "internal fault: " + fault));
        }
    }

    private SpawnedChild spawn(Target target) throws IOException {
        return enclosures.start(containment -> spawn(target, containment));
    }

    private SpawnedChild spawn(Target target, Containment containment) throws IOException {
        if (!watchdogs) {
            containment.doNotWatch();
        }
        Launch launch = target.launch();
        ProcessBuilder builder = new ProcessBuilder(launch.command());
        ChildEnvironment.restore(builder.environment());
        builder.environment().putAll(containment.enclosure().marks());
        builder.redirectInput(inputOf(launch));
        return switch (launch.output()) {
            case INHERIT -> {
                builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
                yield child(target, containment, family.start(builder), null);
            }
            case CAPTURE -> {
                try (Pipe pipe = Pipe.open()) {
                    builder.redirectErrorStream(true);
                    builder.redirectOutput(pipe.writePath().toFile());
                    InputStream output = new FileInputStream(pipe.readPath().toFile());
                    yield child(target, containment, startReading(builder, output), output);
                }
            }
            case TERMINAL -> {
                Self.Size size = Self.terminalSize(Self.Stream.OUTPUT);
                try (PseudoTerminal terminal = PseudoTerminal.open(size)) {
                    File end = terminal.childPath().toFile();
                    if (launch.input() == Launch.Input.NOTHING) {
                        builder.redirectInput(end);
                    }
                    builder.redirectErrorStream(true);
                    builder.redirectOutput(end);
                    InputStream output = terminal.output();
                    yield child(target, containment, startReading(builder, output), output);
                }
            }
        };
    }

    private Process startReading(ProcessBuilder builder, InputStream output) throws IOException {
        try {
            return family.start(builder);
        } catch (IOException failed) {
            output.close();
            throw failed;
        }
    }

    private SpawnedChild child(
            Target target, Containment containment, Process process, @Nullable InputStream output)
            throws IOException {
        try {
            Optional<OutputPump> pump =
                    Optional.ofNullable(output).map(pipe -> startPump(target.name(), pipe));
            var _ = process.onExit().thenRun(wake);
            return new SpawnedChild(
                    process,
                    identify(proc, process.pid(), ProcessHandle.current().pid()),
                    wallClock.instant(),
                    containment,
                    pump);
        } catch (IOException | RuntimeException | Error fault) {
            // Nobody would guard it.
            process.destroyForcibly();
            throw fault;
        }
    }

    private OutputPump startPump(String name, InputStream output) {
        return OutputPump.start(name, output, new OutputTail(share, wallClock));
    }

    /// A child that has ended already has no start time to read, and its number may be another
    /// process's by now, whose parent is somebody else. Zero will match nothing, and nothing is
    /// left to be signalled.
    static ProcessId identify(Proc proc, long pid, long parent) throws IOException {
        long startTicks =
                proc.stat(pid)
                        .filter(stat -> stat.parent() == parent)
                        .map(ProcStat::startTicks)
                        .orElse(0L);
        return new ProcessId(pid, startTicks);
    }

    private static Redirect inputOf(Launch launch) {
        return switch (launch.input()) {
            case INHERIT -> Redirect.INHERIT;
            case NOTHING -> Redirect.from(Path.of("/dev/null").toFile());
        };
    }
}
