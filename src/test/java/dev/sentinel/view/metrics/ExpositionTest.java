package dev.sentinel.view.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.Build;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.Trend;
import dev.sentinel.view.Page;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class ExpositionTest {

    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";

    @Test
    void open_metrics_ends_with_its_own_mark() {
        String text = text(page(Snapshots.of(Snapshots.running()), OPEN_METRICS));
        assertTrue(text.endsWith("# EOF\n"), text);
    }

    @Test
    void the_content_type_says_which_format_it_is() {
        Snapshot snapshot = Snapshots.of(Snapshots.running());
        assertEquals("text/plain; version=0.0.4; charset=utf-8", page(snapshot, "").contentType());
        assertEquals(
                "application/openmetrics-text; version=1.0.0; charset=utf-8",
                page(snapshot, OPEN_METRICS).contentType());
    }

    @Test
    void no_counter_has_a_created_series() {
        String text = text(page(Snapshots.of(Snapshots.running()), OPEN_METRICS));
        assertTrue(text.lines().noneMatch(line -> line.contains("_created")), text);
    }

    @Test
    void before_the_first_reading_only_start_and_last_look_are_absent() {
        Set<String> missing = series(Snapshots.running());
        missing.removeAll(series(Snapshots.starting()));
        assertEquals(
                Set.of(
                        "sentinel_target_start_time_seconds{name=\"leaker\"}",
                        "sentinel_last_sample_timestamp_seconds{name=\"leaker\"}"),
                missing);
    }

    @Test
    void after_the_end_the_last_look_is_absent_and_the_exit_code_there() {
        Set<String> expected = series(Snapshots.running());
        expected.remove("sentinel_last_sample_timestamp_seconds{name=\"leaker\"}");
        expected.add("sentinel_target_last_exit_code{name=\"leaker\"}");
        expected.add("sentinel_target_last_exit_timestamp_seconds{name=\"leaker\"}");
        assertEquals(expected, series(Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 540)));
    }

    @Test
    void who_survives_sigkill_is_counted() {
        var unkillable = Snapshots.unkillable(Snapshots.BREACH);
        String text = text(Snapshots.of(Snapshots.in(unkillable, Snapshots.LIMIT, 540)));
        assertTrue(text.contains("\nsentinel_kill_survivors{name=\"leaker\",} 2.0\n"), text);
        assertTrue(text.contains("\nsentinel_target_up{name=\"leaker\",} 1.0\n"), text);
    }

    @Test
    void without_a_limit_there_is_no_limit_series() {
        var none = new Limit(ByteSize.ZERO, Duration.ZERO);
        Set<String> expected = series(Snapshots.running());
        expected.remove("sentinel_memory_limit_bytes{name=\"leaker\"}");
        assertEquals(expected, series(Snapshots.in(Snapshots.up(), none, 10)));
    }

    @Test
    void two_targets_have_a_series_each() {
        var second = Snapshots.target("other", Snapshots.LIMIT);
        var other = Snapshots.starting();
        var both =
                Snapshots.of(
                        Snapshots.running(),
                        new TargetStatus(
                                second,
                                other.state(),
                                other.memory(),
                                other.members(),
                                other.interval(),
                                other.tally(),
                                other.start(),
                                other.lastExit(),
                                other.heldBy(),
                                other.log()));
        assertTrue(text(both).contains("\nsentinel_target_up{name=\"leaker\",} 1.0\n"));
        assertTrue(text(both).contains("\nsentinel_target_up{name=\"other\",} 0.0\n"));
    }

    @Test
    void growth_and_time_to_limit_are_there_once_they_are_known() {
        String leaking = text(Snapshots.of(Snapshots.leaking()));
        assertTrue(
                leaking.contains(
                        "\nsentinel_memory_growth_bytes_per_second{name=\"leaker\",} 1048576.0\n"),
                leaking);
        assertTrue(
                leaking.contains(
                        "\nsentinel_memory_time_to_limit_seconds{name=\"leaker\",} 125.0\n"),
                leaking);
        String calm = text(Snapshots.of(Snapshots.heading(new Trend.NotGrowing())));
        assertTrue(
                calm.contains("\nsentinel_memory_time_to_limit_seconds{name=\"leaker\",} +Inf\n"),
                calm);
    }

    @Test
    void hostile_label_values_stay_within_their_quotes() {
        var build = new Build("1\"} 1\nevil 2", "\\", "\u001b[31m\u202e");
        var page = exposition(Snapshots.of(Snapshots.running()), build).render(null);
        assertEquals(
                """
                sentinel_build_info{version="1\\"} 1\\\\x0aevil 2",revision="\\\\",\
                java_version="\\\\x1b[31m\\\\u202e",} 1.0\
                """,
                text(page)
                        .lines()
                        .filter(line -> line.startsWith("sentinel_build"))
                        .findFirst()
                        .orElseThrow());
    }

    private static Set<String> series(TargetStatus target) {
        return text(Snapshots.of(target))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')).replace(",}", "}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Exposition exposition(Snapshot snapshot, Build build) {
        return new Exposition(() -> snapshot, () -> Map.of("status", 3L), build);
    }

    private static Page page(Snapshot snapshot, String accept) {
        return exposition(snapshot, Snapshots.BUILD).render(accept);
    }

    private static String text(Snapshot snapshot) {
        return text(exposition(snapshot, Snapshots.BUILD).render(null));
    }

    private static String text(Page page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }
}
