package dev.sentinel.view.metrics;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.CgroupFacts;
import dev.sentinel.model.ChildState;
import dev.sentinel.model.CommandExit;
import dev.sentinel.model.Detection;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Facts;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryStatus;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.Spent;
import dev.sentinel.model.Tally;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.TreeFacts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A scrape in which all is known that can be: targets that have a limit of each kind, a cgroup
/// that tells everything, and a breach, an exit and a restart behind them.
final class FullScrape {

    private static final Limit LIMIT =
            new Limit(
                    ByteSize.ofMebibytes(512),
                    ByteSize.ofMebibytes(400),
                    Duration.ZERO,
                    new Measure(Measure.Metric.PSS, Measure.Scope.TREE));

    private FullScrape() {}

    static TargetStatus target(String name, ChildState state, Tally tally) {
        TargetStatus breached = Snapshots.breached();
        MemoryStatus memory = Snapshots.leaking().memory();
        Detection detection = breached.memory().detection();
        return new TargetStatus(
                Snapshots.target(name, LIMIT),
                state,
                new MemoryStatus(
                        memory.reading(),
                        memory.peak(),
                        memory.history(),
                        memory.trend(),
                        detection,
                        memory.source()),
                breached.members(),
                breached.interval(),
                tally,
                breached.start(),
                Optional.of(new CommandExit(new ExitStatus(143), Snapshots.AT)),
                breached.heldBy(),
                breached.log());
    }

    static String text(TargetStatus... targets) {
        Snapshot plain = Snapshots.of(targets);
        Map<String, TreeFacts> trees = new HashMap<>();
        for (TargetStatus target : targets) {
            trees.put(target.name(), new TreeFacts(Spent.NOTHING, 26, 85, cgroup()));
        }
        Snapshot full =
                plain.with(
                        plain.self(), plain.machine(), new Facts(plain.facts().processes(), trees));
        var page =
                new Exposition(() -> full, () -> Map.of("status", 1L), Snapshots.BUILD)
                        .render(null);
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    private static CgroupFacts cgroup() {
        return new CgroupFacts(
                each(CgroupFacts.Size.class, _ -> ByteSize.ofMebibytes(1)),
                each(CgroupFacts.Incident.class, _ -> 0L),
                Optional.of(new CgroupFacts.Stalls(Duration.ZERO, Duration.ZERO)));
    }

    private static <K extends Enum<K>, V> Map<K, V> each(Class<K> keys, Function<K, V> value) {
        return Arrays.stream(keys.getEnumConstants())
                .collect(Collectors.toMap(Function.identity(), value));
    }

    /// Names and labels, without values.
    static List<String> series(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')).replace(",}", "}"))
                .toList();
    }
}
