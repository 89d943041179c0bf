package dev.sentinel.view.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.Snapshots;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A whole scrape.
class ExpositionTextTest {

    @Test
    void a_running_target_is_this_text() {
        var page =
                new Exposition(
                                () -> Snapshots.of(Snapshots.running()),
                                () -> Map.of("status", 3L),
                                Snapshots.BUILD)
                        .render(null);
        assertEquals(
                """
                # HELP sentinel_target_info How the target is guarded.
                # TYPE sentinel_target_info gauge
                sentinel_target_info{name="leaker",mode="spawn",measure="rss",scope="tree",detector="poll",} 1.0
                # HELP sentinel_target_up Whether the target runs.
                # TYPE sentinel_target_up gauge
                sentinel_target_up{name="leaker",} 1.0
                # HELP sentinel_target_start_time_seconds When the target was started.
                # TYPE sentinel_target_start_time_seconds gauge
                sentinel_target_start_time_seconds{name="leaker",} 1.767322965E9
                # HELP sentinel_target_restarts_total Starts after the first, by reason.
                # TYPE sentinel_target_restarts_total counter
                sentinel_target_restarts_total{name="leaker",reason="memory_limit",} 0.0
                sentinel_target_restarts_total{name="leaker",reason="crash",} 0.0
                sentinel_target_restarts_total{name="leaker",reason="exit",} 0.0
                sentinel_target_restarts_total{name="leaker",reason="manual",} 0.0
                # HELP sentinel_target_exits_total Exits of the target's command, by outcome.
                # TYPE sentinel_target_exits_total counter
                sentinel_target_exits_total{name="leaker",outcome="success",} 0.0
                sentinel_target_exits_total{name="leaker",outcome="failure",} 0.0
                sentinel_target_exits_total{name="leaker",outcome="signal",} 0.0
                # HELP sentinel_terminations_total Decisions to end the tree, by reason.
                # TYPE sentinel_terminations_total counter
                sentinel_terminations_total{name="leaker",reason="memory_limit",} 0.0
                sentinel_terminations_total{name="leaker",reason="manual",} 0.0
                sentinel_terminations_total{name="leaker",reason="shutdown",} 0.0
                sentinel_terminations_total{name="leaker",reason="left_behind",} 0.0
                # HELP sentinel_termination_duration_seconds From such a decision until nothing of the tree is left.
                # TYPE sentinel_termination_duration_seconds histogram
                sentinel_termination_duration_seconds_bucket{name="leaker",le="0.05",} 0.0
                sentinel_termination_duration_seconds_bucket{name="leaker",le="0.1",} 0.0
                sentinel_termination_duration_seconds_bucket{name="leaker",le="0.5",} 0.0
                sentinel_termination_duration_seconds_bucket{name="leaker",le="1.0",} 0.0
                sentinel_termination_duration_seconds_bucket{name="leaker",le="2.0",} 0.0
                sentinel_termination_duration_seconds_bucket{name="leaker",le="3.0",} 0.0
                sentinel_termination_duration_seconds_bucket{name="leaker",le="5.0",} 0.0
                sentinel_termination_duration_seconds_bucket{name="leaker",le="10.0",} 0.0
                sentinel_termination_duration_seconds_bucket{name="leaker",le="+Inf",} 0.0
                sentinel_termination_duration_seconds_count{name="leaker",} 0.0
                sentinel_termination_duration_seconds_sum{name="leaker",} 0.0
                # HELP sentinel_signals_sent_total Signals that reached a process of the tree.
                # TYPE sentinel_signals_sent_total counter
                sentinel_signals_sent_total{name="leaker",signal="SIGTERM",} 0.0
                sentinel_signals_sent_total{name="leaker",signal="SIGKILL",} 0.0
                sentinel_signals_sent_total{name="leaker",signal="other",} 0.0
                # HELP sentinel_kill_survivors Processes of the tree that live two seconds after SIGKILL, or longer.
                # TYPE sentinel_kill_survivors gauge
                sentinel_kill_survivors{name="leaker",} 0.0
                # HELP sentinel_memory_usage_bytes What is compared with the limit; sentinel_target_info tells its measure and scope.
                # TYPE sentinel_memory_usage_bytes gauge
                sentinel_memory_usage_bytes{name="leaker",} 4.02653184E8
                # HELP sentinel_memory_peak_bytes The highest usage since the start.
                # TYPE sentinel_memory_peak_bytes gauge
                sentinel_memory_peak_bytes{name="leaker",} 4.02653184E8
                # HELP sentinel_memory_resident_bytes Resident set size of what is measured.
                # TYPE sentinel_memory_resident_bytes gauge
                sentinel_memory_resident_bytes{name="leaker",} 4.02653184E8
                # HELP sentinel_memory_limit_bytes The limit in force.
                # TYPE sentinel_memory_limit_bytes gauge
                sentinel_memory_limit_bytes{name="leaker",} 5.36870912E8
                # HELP sentinel_tree_processes Processes in the tree.
                # TYPE sentinel_tree_processes gauge
                sentinel_tree_processes{name="leaker",} 3.0
                # HELP sentinel_tree_threads Threads of all processes in the tree.
                # TYPE sentinel_tree_threads gauge
                sentinel_tree_threads{name="leaker",} 26.0
                # HELP sentinel_tree_open_fds Open descriptors of all processes in the tree; those of other users may be hidden.
                # TYPE sentinel_tree_open_fds gauge
                sentinel_tree_open_fds{name="leaker",} 85.0
                # HELP sentinel_cpu_seconds_total Processor time of the tree, by mode.
                # TYPE sentinel_cpu_seconds_total counter
                sentinel_cpu_seconds_total{name="leaker",mode="user",} 12.5
                sentinel_cpu_seconds_total{name="leaker",mode="system",} 1.25
                # HELP sentinel_page_faults_total Page faults of the tree, by kind.
                # TYPE sentinel_page_faults_total counter
                sentinel_page_faults_total{name="leaker",kind="minor",} 20931.0
                sentinel_page_faults_total{name="leaker",kind="major",} 4.0
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
                # HELP sentinel_tick_lateness_seconds How long after its time a round over all targets began.
                # TYPE sentinel_tick_lateness_seconds histogram
                sentinel_tick_lateness_seconds_bucket{le="0.001",} 0.0
                sentinel_tick_lateness_seconds_bucket{le="0.005",} 0.0
                sentinel_tick_lateness_seconds_bucket{le="0.01",} 0.0
                sentinel_tick_lateness_seconds_bucket{le="0.05",} 0.0
                sentinel_tick_lateness_seconds_bucket{le="0.1",} 0.0
                sentinel_tick_lateness_seconds_bucket{le="0.5",} 0.0
                sentinel_tick_lateness_seconds_bucket{le="1.0",} 0.0
                sentinel_tick_lateness_seconds_bucket{le="+Inf",} 0.0
                sentinel_tick_lateness_seconds_count 0.0
                sentinel_tick_lateness_seconds_sum 0.0
                # HELP sentinel_sample_duration_seconds What looks at the memory of a tree take.
                # TYPE sentinel_sample_duration_seconds summary
                sentinel_sample_duration_seconds_count 0.0
                sentinel_sample_duration_seconds_sum 0.0
                # HELP sentinel_build_info Which Sentinel this is.
                # TYPE sentinel_build_info gauge
                sentinel_build_info{version="0.1.0",revision="abc1234",java_version="25",} 1.0
                # HELP sentinel_ipc_commands_total Requests at the socket, by verb; other is whatever is none.
                # TYPE sentinel_ipc_commands_total counter
                sentinel_ipc_commands_total{command="status",} 3.0
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
                # HELP sentinel_memory_usage_mb Memory of the first target in MiB; see sentinel_memory_usage_bytes.
                # TYPE sentinel_memory_usage_mb gauge
                sentinel_memory_usage_mb 384.0
                # HELP sentinel_process_running Whether the first target runs; see sentinel_target_up.
                # TYPE sentinel_process_running gauge
                sentinel_process_running 1.0
                """,
                new String(page.body(), StandardCharsets.UTF_8));
    }
}
