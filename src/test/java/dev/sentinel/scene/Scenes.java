package dev.sentinel.scene;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Event;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.History;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Machine;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.Moment;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.ProcessFacts;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.Trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Hand-made scenes for tests of what is told of them.
public final class Scenes {

    /// What terminals act on, what JSON has to escape, and what reads from right to left.
    public static final String HOSTILE =
            "\u001b]52;c;aGk=\u0007\u001b[2J \u009b31m \"\\/\b\f\n\r\t\u0000\u007f\u202e\u2028 äß 漢 😀 </script>";

    private static final ByteSize SIZE = ByteSize.ofMebibytes(384);

    private Scenes() {}

    /// Targets in every state and with every trend, and all that can happen to one.
    public static Scene rich() {
        var soft =
                new Limit(
                        ByteSize.ofMebibytes(512),
                        ByteSize.ofMebibytes(400),
                        Duration.ZERO,
                        new Measure(Measure.Metric.PSS, Measure.Scope.PROCESS));
        Snapshot snapshot =
                Snapshots.telling(
                        Snapshots.of(
                                Snapshots.running(),
                                Snapshots.called("db"),
                                Snapshots.leaking(),
                                Snapshots.heading(new Trend.NotGrowing()),
                                Snapshots.heading(new Trend.Growing(0.25, 1, Optional.empty())),
                                Snapshots.starting(),
                                Snapshots.startedAgain(),
                                Snapshots.breached(),
                                Snapshots.in(Snapshots.up(), soft, 420),
                                Snapshots.in(
                                        Snapshots.killing(Snapshots.BREACH), Snapshots.LIMIT, 540),
                                Snapshots.in(
                                        Snapshots.unkillable(Snapshots.BREACH),
                                        Snapshots.LIMIT,
                                        540),
                                Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 540)),
                        new Event.Started(Snapshots.PROCESS),
                        new Event.Exited(new ExitStatus(1), true),
                        new Event.Ended(Snapshots.gone().ending()),
                        new Event.Asked(
                                Snapshots.BREACH, Snapshots.PLAN.signal(), Snapshots.PLAN.grace()));
        return Scene.of(snapshot, Snapshots.OUTLETS, Snapshots.BUILD, "leaker");
    }

    /// Nothing is known but that it is there.
    public static Scene bare() {
        return new Scene(
                new Moment(Duration.ZERO, Instant.EPOCH),
                "",
                Outlets.NONE,
                Machine.UNKNOWN,
                Optional.empty(),
                List.of(),
                List.of());
    }

    /// The same text wherever there is any.
    public static Scene saying(String text, List<String> output) {
        var use =
                new Use(SIZE, SIZE, ByteSize.ZERO, SIZE, text, new Trend.TooEarly(), History.EMPTY);
        var process = new ProcessFacts(new ProcessId(7, 0), 1, text, SIZE, 0, 1, 0);
        Watched target =
                new Watched(
                        "api",
                        text,
                        Optional.empty(),
                        text,
                        use,
                        text,
                        Duration.ofNanos(1_000_001),
                        1,
                        0,
                        Duration.ZERO,
                        Optional.of(text),
                        Optional.of(text),
                        Optional.empty(),
                        List.of(process),
                        output);
        return new Scene(
                new Moment(Snapshots.NOW, Snapshots.WALL),
                text,
                new Outlets(Optional.of(text), Optional.empty()),
                Machine.UNKNOWN,
                Optional.empty(),
                List.of(target),
                List.of(new Told(1, Duration.ofMillis(1), "api", text, text)));
    }

    /// So many targets, of which each climbs all the time.
    public static Scene climbing(int targets) {
        History history = History.EMPTY;
        for (int second = 0; second < 700; second++) {
            var size = new ByteSize((1L << 30) + second * 4096L);
            history = history.plus(new MemoryReading(Duration.ofSeconds(second), size, 3));
        }
        Watched like = rich().targets().getFirst();
        var use = new Use(SIZE, SIZE, SIZE, SIZE, "rss, tree", like.use().trend(), history);
        List<Watched> all = new ArrayList<>();
        for (int number = 0; number < targets; number++) {
            all.add(
                    new Watched(
                            "target-" + number,
                            like.state(),
                            like.pid(),
                            like.command(),
                            use,
                            like.detector(),
                            like.interval(),
                            like.processes(),
                            like.restarts(),
                            like.uptime(),
                            like.ending(),
                            like.heldBy(),
                            like.cost(),
                            List.of(),
                            List.of()));
        }
        Scene rich = rich();
        return new Scene(
                new Moment(Duration.ofSeconds(700), Snapshots.WALL),
                rich.version(),
                rich.outlets(),
                rich.machine(),
                rich.own(),
                all,
                rich.events());
    }
}
