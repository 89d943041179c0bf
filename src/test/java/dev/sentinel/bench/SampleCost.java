package dev.sentinel.bench;

import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;
import dev.sentinel.model.Measure;
import dev.sentinel.model.ProcessId;
import dev.sentinel.sample.ExactReader;
import dev.sentinel.sample.HeldProcesses;
import dev.sentinel.sample.OshiSampler;
import dev.sentinel.sample.Sampled;
import dev.sentinel.sample.Sampler;
import dev.sentinel.sample.StatmSampler;
import dev.sentinel.sample.SwapSampler;
import dev.sentinel.sample.TreeSampler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one look at the memory of one process costs, in a loop that the JVM has compiled. A guard
/// that looks once a second pays more for each: it is interpreted, and out of every cache.
final class SampleCost {

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration BATCH = Duration.ofMillis(20);
    private static final int BATCHES = 100;

    private SampleCost() {}

    /// Prints a table, with a calm process to look at.
    public static void main(String[] arguments) throws IOException {
        Process calm = new ProcessBuilder("sleep", "300").start();
        try {
            System.out.println("| one look | median | least |\n|---|---|---|");
            looks(identify(calm.pid())).forEach(SampleCost::measure);
        } finally {
            calm.destroyForcibly();
        }
    }

    private static ProcessId identify(long pid) throws IOException {
        long start = Proc.SYSTEM.stat(pid).map(ProcStat::startTicks).orElseThrow();
        return new ProcessId(pid, start);
    }

    private static Map<String, Runnable> looks(ProcessId process) {
        Map<String, Runnable> looks = new LinkedHashMap<>();
        Sampler held = new StatmSampler(Proc.SYSTEM);
        looks.put("StatmSampler", () -> check(held.sample(process)));
        Sampler opening = new StatmSampler(Proc.SYSTEM);
        looks.put(
                "StatmSampler, opened for each",
                () -> {
                    check(opening.sample(process));
                    opening.keepOnly(Set.of());
                });
        var tree =
                new TreeSampler(
                        Proc.SYSTEM,
                        new HeldProcesses(Proc.SYSTEM),
                        new StatmSampler(Proc.SYSTEM),
                        new SwapSampler(Proc.SYSTEM),
                        () -> Duration.ofNanos(System.nanoTime()));
        Set<ProcessId> members = Set.of(process);
        looks.put(
                "TreeSampler, a tree of one",
                () -> {
                    if (tree.read(members, Measure.Metric.RSS, Duration.ZERO).isEmpty()) {
                        throw new IllegalStateException("it cannot be read");
                    }
                });
        Sampler swap = new SwapSampler(Proc.SYSTEM);
        looks.put("SwapSampler", () -> check(swap.sample(process)));
        ExactReader exact = new ExactReader(Proc.SYSTEM);
        looks.put(
                "ExactReader, for rss",
                () -> {
                    try {
                        var _ = exact.read(members, Measure.Metric.RSS, Duration.ZERO);
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
        Sampler oshi = new OshiSampler();
        looks.put("OSHI", () -> check(oshi.sample(process)));
        return looks;
    }

    /// Also keeps the JVM from leaving the look out.
    private static void check(Sampled sampled) {
        if (!(sampled instanceof Sampled.Read)) {
            throw new IllegalStateException("it cannot be read: " + sampled);
        }
    }

    private static void measure(String name, Runnable look) {
        int size = 1;
        long end = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < end) {
            // As many as a batch takes, as it is known by then.
            size = (int) Math.max(1, BATCH.toNanos() / Math.max(1, batch(look, size)));
        }
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < BATCHES; round++) {
            times.add(batch(look, size));
        }
        Collections.sort(times);
        System.out.printf("| %s | %,d | %,d |%n", name, times.get(BATCHES / 2), times.getFirst());
    }

    /// Nanoseconds for each.
    private static long batch(Runnable look, int size) {
        long begin = System.nanoTime();
        for (int count = 0; count < size; count++) {
            look.run();
        }
        return (System.nanoTime() - begin) / size;
    }
}
