package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What the metrics tell of real trees, and of Sentinel, from the very first scrape on.
@SideBySide
class TreeMetricsIT {

    private static final String CPU = "sentinel_cpu_seconds_total";

    /// Works for a moment, then sleeps.
    private static final String WORKER =
            "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; sleep 100";

    @BeforeAll
    static void needs_curl() {
        Needs.tools("curl", "nc");
    }

    @Test
    void the_first_scrape_has_everything() throws Exception {
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60")) {
            String first = guard.scrape();
            List<String> own =
                    List.of(
                            "cpu_seconds_total",
                            "start_time_seconds",
                            "open_fds",
                            "max_fds",
                            "virtual_memory_bytes",
                            "resident_memory_bytes");
            for (String name : own) {
                assertTrue(first.contains("\nprocess_" + name + " "), first);
            }
            assertTrue(first.contains("\nsentinel_tree_threads{name=\"napper\",} "), first);
            assertEquals(counters(first), counters(guard.scrape()));
        }
    }

    /// The pressure is that of a cgroup, which the target may not have yet.
    private static List<String> counters(String scrape) {
        return scrape.lines()
                .filter(line -> line.startsWith("# TYPE") && line.endsWith(" counter"))
                .filter(line -> !line.contains("pressure"))
                .toList();
    }

    @Test
    void threads_and_faults_are_those_of_the_whole_tree() throws Exception {
        try (Guard guard = Guard.start("sh", "-c", "sleep 99 & sleep 99 & wait").awaitRunning()) {
            Eventually.isTrue(
                    Guard.SOON,
                    "three processes of one thread each",
                    () -> guard.metric("sentinel_tree_threads") == 3);
            assertTrue(guard.metric("sentinel_tree_open_fds") >= 9);
            assertTrue(guard.metric("sentinel_page_faults_total") > 0);
        }
    }

    @Test
    void a_restart_counts_and_takes_nothing_away() throws Exception {
        try (Guard guard = Guard.start("sh", "-c", WORKER).awaitRunning()) {
            Eventually.isTrue(Guard.SOON, "some work", () -> guard.metric(CPU) > 0.05);
            double before = guard.metric(CPU);
            assertTrue(guard.ask("restart").startsWith("OK"));
            assertTrue(guard.metric(CPU) >= before);
            Eventually.isTrue(
                    Guard.SOON, "the next life's work", () -> guard.metric(CPU) > before + 0.05);
            String scrape = guard.scrape();
            assertTrue(
                    scrape.contains(
                            "sentinel_target_restarts_total{name=\"sh\",reason=\"manual\",} 1.0"),
                    scrape);
            assertEquals(1, guard.metric("sentinel_termination_duration_seconds_count"));
            double exited = guard.metric("sentinel_target_last_exit_timestamp_seconds");
            double started = guard.metric("sentinel_target_start_time_seconds");
            assertTrue(exited > 0 && started - exited < 5, exited + " " + started);
            assertTrue(
                    scrape.contains("sentinel_ipc_commands_total{command=\"restart\",} 1.0"),
                    scrape);
        }
    }
}
