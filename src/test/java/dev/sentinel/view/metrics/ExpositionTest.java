package dev.sentinel.view.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.Build;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.view.Page;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class ExpositionTest {

    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";

    @Test
    void a_running_target_is_this_text() {
        assertEquals(
                """
                # HELP sentinel_build_info Which Sentinel this is.
                # TYPE sentinel_build_info gauge
                sentinel_build_info{version="0.1.0",revision="abc1234",java_version="25",} 1.0
                # HELP sentinel_memory_usage_mb Memory of the first target in MiB; see sentinel_memory_usage_bytes.
                # TYPE sentinel_memory_usage_mb gauge
                sentinel_memory_usage_mb 384.0
                # HELP sentinel_process_running Whether the first target runs; see sentinel_target_up.
                # TYPE sentinel_process_running gauge
                sentinel_process_running 1.0
                # HELP sentinel_target_up Whether the target runs.
                # TYPE sentinel_target_up gauge
                sentinel_target_up{name="leaker",} 1.0
                # HELP sentinel_target_start_time_seconds When the target was started.
                # TYPE sentinel_target_start_time_seconds gauge
                sentinel_target_start_time_seconds{name="leaker",} 1.767322965E9
                # HELP sentinel_target_exits_total Exits of the target's command, by outcome.
                # TYPE sentinel_target_exits_total counter
                sentinel_target_exits_total{name="leaker",outcome="success",} 0.0
                sentinel_target_exits_total{name="leaker",outcome="failure",} 0.0
                sentinel_target_exits_total{name="leaker",outcome="signal",} 0.0
                # HELP sentinel_target_info How the target is guarded.
                # TYPE sentinel_target_info gauge
                sentinel_target_info{name="leaker",mode="spawn",measure="rss",scope="tree",detector="poll",} 1.0
                # HELP sentinel_memory_usage_bytes What is compared with the limit; sentinel_target_info tells its measure and scope.
                # TYPE sentinel_memory_usage_bytes gauge
                sentinel_memory_usage_bytes{name="leaker",} 4.02653184E8
                # HELP sentinel_memory_peak_bytes The highest usage since the start.
                # TYPE sentinel_memory_peak_bytes gauge
                sentinel_memory_peak_bytes{name="leaker",} 4.02653184E8
                # HELP sentinel_memory_resident_bytes Resident set size, summed over the tree.
                # TYPE sentinel_memory_resident_bytes gauge
                sentinel_memory_resident_bytes{name="leaker",} 4.02653184E8
                # HELP sentinel_memory_limit_bytes The limit in force.
                # TYPE sentinel_memory_limit_bytes gauge
                sentinel_memory_limit_bytes{name="leaker",} 5.36870912E8
                # HELP sentinel_tree_processes Processes in the tree.
                # TYPE sentinel_tree_processes gauge
                sentinel_tree_processes{name="leaker",} 3.0
                # HELP sentinel_terminations_total Decisions to end the tree, by reason.
                # TYPE sentinel_terminations_total counter
                sentinel_terminations_total{name="leaker",reason="memory_limit",} 0.0
                sentinel_terminations_total{name="leaker",reason="manual",} 0.0
                sentinel_terminations_total{name="leaker",reason="shutdown",} 0.0
                sentinel_terminations_total{name="leaker",reason="left_behind",} 0.0
                # HELP sentinel_signals_sent_total Signals that reached a process of the tree.
                # TYPE sentinel_signals_sent_total counter
                sentinel_signals_sent_total{name="leaker",signal="SIGTERM",} 0.0
                sentinel_signals_sent_total{name="leaker",signal="SIGKILL",} 0.0
                sentinel_signals_sent_total{name="leaker",signal="other",} 0.0
                # HELP sentinel_kill_survivors Processes of the tree that live two seconds after SIGKILL, or longer.
                # TYPE sentinel_kill_survivors gauge
                sentinel_kill_survivors{name="leaker",} 0.0
                # HELP sentinel_samples_total Looks at the memory of the tree.
                # TYPE sentinel_samples_total counter
                sentinel_samples_total{name="leaker",} 2.0
                # HELP sentinel_sample_errors_total Looks that could not be taken.
                # TYPE sentinel_sample_errors_total counter
                sentinel_sample_errors_total{name="leaker",} 1.0
                # HELP sentinel_sample_interval_seconds Time between two looks.
                # TYPE sentinel_sample_interval_seconds gauge
                sentinel_sample_interval_seconds{name="leaker",} 0.1
                # HELP sentinel_last_sample_timestamp_seconds When the tree was last looked at.
                # TYPE sentinel_last_sample_timestamp_seconds gauge
                sentinel_last_sample_timestamp_seconds{name="leaker",} 1.76732304495E9
                # HELP sentinel_detection_latency_seconds From the last look within the limit to the decision that it is exceeded.
                # TYPE sentinel_detection_latency_seconds histogram
                sentinel_detection_latency_seconds_bucket{detector="poll",le="0.001",} 0.0
                sentinel_detection_latency_seconds_bucket{detector="poll",le="0.005",} 0.0
                sentinel_detection_latency_seconds_bucket{detector="poll",le="0.01",} 0.0
                sentinel_detection_latency_seconds_bucket{detector="poll",le="0.025",} 0.0
                sentinel_detection_latency_seconds_bucket{detector="poll",le="0.05",} 0.0
                sentinel_detection_latency_seconds_bucket{detector="poll",le="0.1",} 0.0
                sentinel_detection_latency_seconds_bucket{detector="poll",le="0.25",} 0.0
                sentinel_detection_latency_seconds_bucket{detector="poll",le="0.5",} 0.0
                sentinel_detection_latency_seconds_bucket{detector="poll",le="1.0",} 0.0
                sentinel_detection_latency_seconds_bucket{detector="poll",le="2.5",} 0.0
                sentinel_detection_latency_seconds_bucket{detector="poll",le="+Inf",} 0.0
                sentinel_detection_latency_seconds_count{detector="poll",} 0.0
                sentinel_detection_latency_seconds_sum{detector="poll",} 0.0
                # HELP process_cpu_seconds_total User and system time of Sentinel itself.
                # TYPE process_cpu_seconds_total counter
                process_cpu_seconds_total 1.5
                # HELP process_start_time_seconds When Sentinel was started.
                # TYPE process_start_time_seconds gauge
                process_start_time_seconds 1.767322965E9
                # HELP process_open_fds Open descriptors of Sentinel.
                # TYPE process_open_fds gauge
                process_open_fds 23.0
                # HELP process_max_fds How many descriptors Sentinel may open.
                # TYPE process_max_fds gauge
                process_max_fds 1024.0
                # HELP process_virtual_memory_bytes Address space of Sentinel.
                # TYPE process_virtual_memory_bytes gauge
                process_virtual_memory_bytes 2.147483648E9
                # HELP process_resident_memory_bytes Resident set size of Sentinel.
                # TYPE process_resident_memory_bytes gauge
                process_resident_memory_bytes 5.0331648E7
                """,
                text(Snapshots.of(Snapshots.running())));
    }

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
                                other.verdict(),
                                other.reading(),
                                other.interval(),
                                other.peak(),
                                other.history(),
                                other.detection(),
                                other.tally(),
                                other.startedAt(),
                                other.uptime(),
                                other.lastExit(),
                                other.heldBy(),
                                other.output()));
        assertTrue(text(both).contains("\nsentinel_target_up{name=\"leaker\",} 1.0\n"));
        assertTrue(text(both).contains("\nsentinel_target_up{name=\"other\",} 0.0\n"));
    }

    @Test
    void hostile_label_values_stay_within_their_quotes() {
        var build = new Build("1\"} 1\nevil 2", "\\", "\u001b[31m\u202e");
        var page = new Exposition(() -> Snapshots.of(Snapshots.running()), build).render(null);
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

    private static Page page(Snapshot snapshot, String accept) {
        return new Exposition(() -> snapshot, Snapshots.BUILD).render(accept);
    }

    private static String text(Snapshot snapshot) {
        return text(new Exposition(() -> snapshot, Snapshots.BUILD).render(null));
    }

    private static String text(Page page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }
}
