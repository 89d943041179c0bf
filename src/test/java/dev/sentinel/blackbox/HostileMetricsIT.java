package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.Target;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.view.metrics.Exposition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What three hundred programs with hostile names come to in metrics, read by strict parsers of
/// others.
@SideBySide
class HostileMetricsIT {

    private static final int NAMES = 300;

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "\\",
                    "\n",
                    "\r",
                    "\u001b[2J",
                    "\u009b",
                    "\u202e",
                    "{",
                    "}",
                    "=",
                    ",",
                    " ",
                    "#",
                    "\ud800",
                    "é",
                    "\u0000",
                    "a",
                    "_total",
                    "+Inf",
                    "\t",
                    "//");

    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f\\u0080-\\u009f\\u202e]");

    /// Refuses whatever the OpenMetrics specification does not allow.
    private static final String STRICT =
            """
            import sys
            from prometheus_client.openmetrics.parser import text_string_to_metric_families
            print(sum(len(family.samples) for family in text_string_to_metric_families(sys.stdin.read())))
            """;

    @TempDir Path directory;

    @Test
    void hostile_names_come_through_as_harmless_labels() throws Exception {
        Needs.tools("promtool");
        Needs.that(
                Files.exists(Path.of("/usr/lib/python3/dist-packages/prometheus_client")),
                "prometheus_client");
        long seed = System.nanoTime();
        System.out.println("hostile names from seed " + seed);
        Random random = new Random(seed);
        Snapshot hostile = named(place -> Target.nameOf(name(random)) + "-" + place);
        Snapshot plain = named(place -> "plain-" + place);

        String text = exposition(hostile, null);
        assertFalse(CONTROL.matcher(text).find(), "seed " + seed);
        assertEquals(samples(exposition(plain, null)), samples(text), "seed " + seed);
        Path file = Files.writeString(directory.resolve("text"), text);
        List<String> complaints =
                Program.output("sh", "-c", "promtool check metrics < %s 2>&1".formatted(file))
                        .lines()
                        .filter(line -> !line.startsWith("sentinel_memory_usage_mb "))
                        .toList();
        assertEquals(List.of(), complaints, "seed " + seed);

        Path open =
                Files.writeString(
                        directory.resolve("open"),
                        exposition(hostile, "application/openmetrics-text"));
        Path strict = Files.writeString(directory.resolve("strict.py"), STRICT);
        String counted =
                Program.output("sh", "-c", "%s %s < %s 2>&1".formatted(Herd.PYTHON, strict, open));
        assertEquals(samples(text) + "\n", counted, "seed " + seed);
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int piece = random.nextInt(12); piece >= 0; piece--) {
            name.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return name.toString();
    }

    private static Snapshot named(java.util.function.IntFunction<String> names) {
        return Snapshots.of(
                IntStream.range(0, NAMES)
                        .mapToObj(place -> Snapshots.called(names.apply(place)))
                        .toArray(TargetStatus[]::new));
    }

    private static String exposition(
            Snapshot snapshot, @org.jspecify.annotations.Nullable String accept) {
        byte[] body =
                new Exposition(() -> snapshot, Map::of, Snapshots.BUILD).render(accept).body();
        return new String(body, StandardCharsets.UTF_8);
    }

    private static long samples(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).count();
    }
}
