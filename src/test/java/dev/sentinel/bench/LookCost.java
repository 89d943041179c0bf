package dev.sentinel.bench;

import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;
import dev.sentinel.sample.ExactReader;
import dev.sentinel.sample.HeldProcesses;
import dev.sentinel.sample.OshiSampler;
import dev.sentinel.sample.Sampled;
import dev.sentinel.sample.Sampler;
import dev.sentinel.sample.StatmSampler;
import dev.sentinel.sample.SwapSampler;
import dev.sentinel.sample.TreeSampler;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// What one look at the memory of one calm process costs, in a loop that the JVM has compiled as it
/// compiles a guard. A guard that looks once a second pays more for each: its code is out of every
/// cache by then.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--sun-misc-unsafe-memory-access=allow"
        })
public class LookCost {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Process calm = start();
    private final ProcessId id = identify(calm.pid());
    private final Set<ProcessId> members = Set.of(id);
    private final Sampler statm = new StatmSampler(Proc.SYSTEM);
    private final Sampler opened = new StatmSampler(Proc.SYSTEM);
    private final Sampler status = new SwapSampler(Proc.SYSTEM);
    private final Sampler oshi = new OshiSampler();
    private final ExactReader exact = new ExactReader(Proc.SYSTEM);
    private final TreeSampler tree =
            new TreeSampler(
                    Proc.SYSTEM,
                    new HeldProcesses(Proc.SYSTEM),
                    new StatmSampler(Proc.SYSTEM),
                    new SwapSampler(Proc.SYSTEM),
                    () -> Duration.ofNanos(System.nanoTime()));

    /// Runs all of it and prints a table.
    public static void main(String[] arguments) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include(LookCost.class.getName())
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        System.out.println("| one look | ns | ± | bytes allocated |\n|---|---|---|---|");
        for (RunResult result : new Runner(options).run()) {
            var time = result.getPrimaryResult();
            System.out.printf(
                    "| %s | %,.0f | %,.0f | %,.0f |%n",
                    time.getLabel().replace('_', ' '),
                    time.getScore(),
                    time.getScoreError(),
                    Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED)).getScore());
        }
    }

    private static Process start() {
        try {
            return new ProcessBuilder("sleep", "1000").start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ProcessId identify(long pid) {
        try {
            long start = Proc.SYSTEM.stat(pid).map(ProcStat::startTicks).orElseThrow();
            return new ProcessId(pid, start);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Nothing is left of it.
    @TearDown
    public void end() {
        calm.destroyForcibly();
    }

    @Benchmark
    public Sampled statm_held_open() {
        return statm.sample(id);
    }

    @Benchmark
    public Sampled statm_opened_for_each() {
        opened.keepOnly(Set.of());
        return opened.sample(id);
    }

    @Benchmark
    public Optional<MemoryReading> a_tree_of_one() {
        return tree.read(members, Measure.Metric.RSS, Duration.ZERO);
    }

    @Benchmark
    public Sampled status_for_swap() {
        return status.sample(id);
    }

    @Benchmark
    public Optional<MemoryReading> smaps_rollup() throws IOException {
        return exact.read(members, Measure.Metric.RSS, Duration.ZERO);
    }

    @Benchmark
    public Sampled by_OSHI() {
        return oshi.sample(id);
    }
}
