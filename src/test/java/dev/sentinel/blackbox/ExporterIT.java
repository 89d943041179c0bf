package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/// The exporter, asked with the real curl and judged by the real promtool.
class ExporterIT {

    @BeforeAll
    static void needs_curl() {
        Needs.tools("curl", "promtool", "nc");
    }

    private static Guard guard() throws Exception {
        return Guard.start("--name", "napper", "sleep", "60").awaitRunning();
    }

    private static String status(String... curl) throws Exception {
        List<String> words = new ArrayList<>(List.of("curl", "-s", "-o", "/dev/null"));
        words.addAll(List.of("-w", "%{http_code}"));
        words.addAll(List.of(curl));
        return Program.output(words.toArray(String[]::new));
    }

    @Test
    void the_metrics_tell_of_the_target() throws Exception {
        try (Guard guard = guard()) {
            String metrics = guard.scrape();
            assertTrue(metrics.contains("sentinel_target_up{name=\"napper\",} 1.0\n"), metrics);
            assertTrue(
                    metrics.contains(
                            "sentinel_memory_limit_bytes{name=\"napper\",} 5.36870912E8\n"));
            assertTrue(metrics.contains("sentinel_process_running 1.0\n"));
            assertTrue(metrics.contains("sentinel_memory_usage_mb "));
            assertTrue(
                    metrics.contains(
                            "sentinel_terminations_total{name=\"napper\",reason=\"memory_limit\",} 0.0\n"));
        }
    }

    @Test
    void promtool_accepts_all_but_the_name_of_the_first_version() throws Exception {
        try (Guard guard = guard()) {
            guard.scrape();
            String complaints =
                    Program.output(
                            "sh",
                            "-c",
                            "curl -s %s/metrics | promtool check metrics 2>&1"
                                    .formatted(guard.url()));
            List<String> lines =
                    complaints
                            .lines()
                            .filter(line -> !line.startsWith("sentinel_memory_usage_mb "))
                            .toList();
            assertEquals(List.of(), lines);
        }
    }

    @Test
    void openmetrics_is_given_to_those_who_ask_for_it() throws Exception {
        try (Guard guard = guard()) {
            String text =
                    Program.output(
                            "curl",
                            "-si",
                            "-H",
                            "Accept: application/openmetrics-text",
                            guard.url() + "/metrics");
            assertTrue(
                    text.toLowerCase(java.util.Locale.ROOT)
                            .contains("content-type: application/openmetrics-text"),
                    text);
            assertTrue(text.endsWith("# EOF\n"));
        }
    }

    @Test
    void only_reading_and_only_what_is_there() throws Exception {
        try (Guard guard = guard()) {
            String url = guard.url();
            assertEquals("200", status(url + "/-/healthy"));
            assertEquals("404", status(url + "/stop"));
            assertEquals("404", status("--path-as-is", url + "/../etc/passwd"));
            assertEquals("405", status("-X", "POST", "-d", "x", url + "/metrics"));
            assertEquals("405", status("-X", "DELETE", url + "/metrics"));
            assertEquals("200", status("-I", url + "/metrics"));
        }
    }

    @Test
    void a_port_that_is_taken_costs_a_warning_and_nothing_else() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            Program.Result result =
                    Guard.run("--no-socket", "--metrics", port, "sh", "-c", "exit 4");
            assertEquals(4, result.code());
            assertTrue(
                    result.err()
                            .contains(
                                    "sentinel: warning: no metrics at 127.0.0.1:%s: "
                                            .formatted(port)),
                    result.err());
        }
    }

    @Test
    void a_port_that_is_required_and_taken_is_an_error_before_anything_starts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            Program.Result result =
                    Guard.run(
                            "--no-socket",
                            "--metrics-required",
                            "--metrics",
                            port,
                            "echo",
                            "started");
            assertEquals(125, result.code());
            assertEquals("", result.out());
            assertTrue(result.err().endsWith("; choose another port\n"), result.err());
        }
    }
}
