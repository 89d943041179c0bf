package dev.sentinel.model;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The processes of the `leaker` in [Snapshots], a command with two workers.
public final class LeakerTree {

    public static final ProcessId WORKER = new ProcessId(4712, 93_400);
    public static final ProcessId OTHER_WORKER = new ProcessId(4713, 93_401);
    public static final Set<ProcessId> MEMBERS = Set.of(Snapshots.PROCESS, WORKER, OTHER_WORKER);

    private static final Spent SPENT =
            new Spent(Duration.ofMillis(12_500), Duration.ofMillis(1250), 20_931, 4);

    private LeakerTree() {}

    static Facts facts(TargetStatus... targets) {
        Map<ProcessId, ProcessFacts> facts = new HashMap<>();
        Map<String, TreeFacts> trees = new HashMap<>();
        for (TargetStatus target : targets) {
            boolean there = target.members().equals(MEMBERS);
            if (there) {
                tree(target.resident()).forEach(process -> facts.put(process.id(), process));
            }
            trees.put(
                    target.name(),
                    new TreeFacts(SPENT, there ? 26 : 0, there ? 85 : 0, CgroupFacts.NONE));
        }
        return new Facts(facts, trees);
    }

    /// They have so much memory together.
    private static List<ProcessFacts> tree(ByteSize resident) {
        long root = Snapshots.PROCESS.pid();
        long all = resident.bytes();
        var eighth = new ByteSize(all / 8);
        var sixteenth = new ByteSize(all / 16);
        var rest = new ByteSize(all - all / 8 - all / 16);
        return List.of(
                new ProcessFacts(Snapshots.PROCESS, 42, "leaker", rest, 0.87, 21, 64),
                new ProcessFacts(WORKER, root, "worker", eighth, 0.12, 4, 12),
                new ProcessFacts(OTHER_WORKER, root, "worker", sixteenth, 0, 1, 9));
    }
}
