package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Real guards, scraped by a real Prometheus with the configuration that is shipped, answer the
/// queries of the dashboard.
class StackIT {

    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    private static Guard stubborn;
    private static Guard startedAgain;
    private static Prometheus prometheus;

    private final DashboardFile dashboard;

    StackIT() throws Exception {
        dashboard = DashboardFile.read();
    }

    @BeforeAll
    static void start(@TempDir Path targets) throws Exception {
        Needs.tools("prometheus");
        Guard leaker =
                guard(
                        List.of("-m", "400M", "--name", "leaker"),
                        Guard.leaker("--rate", "20M/s", "--until", "200M"));
        stubborn =
                guard(
                        List.of("-k", "60s", "--name", "stubborn"),
                        "sh",
                        "-c",
                        "trap '' TERM; exec sleep 60");
        startedAgain = guard(List.of("--name", "again"), "sleep", "60");
        Files.writeString(
                targets.resolve("host.yml"),
                example().replace("\"127.0.0.1:8001\"", addresses(stubborn, startedAgain)));
        String configuration = Files.readString(Path.of("prometheus.yml"));
        configuration = replace(configuration, "scrape_interval: 5s", "scrape_interval: 1s");
        configuration = replace(configuration, "\"127.0.0.1:8000\"", addresses(leaker));
        configuration = replace(configuration, "/etc/prometheus/targets", targets.toString());
        prometheus = Prometheus.start(configuration);
        OPEN.push(prometheus);
    }

    private static Guard guard(List<String> options, String... command) throws Exception {
        Guard guard = Guard.start(Guard.words(options, command));
        OPEN.push(guard);
        return guard;
    }

    /// The example of a target that is shipped as a comment.
    private static String example() throws Exception {
        return Files.readString(Path.of("deploy/prometheus/targets/host.yml"))
                .replace("# - targets", "- targets");
    }

    private static String addresses(Guard... guards) throws Exception {
        List<String> addresses = new ArrayList<>();
        for (Guard guard : guards) {
            addresses.add(guard.url().replace("http://", ""));
        }
        return String.join(", ", addresses);
    }

    private static String replace(String text, String what, String by) {
        assertTrue(text.contains(what), what);
        return text.replace(what, by);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable one : OPEN) {
            one.close();
        }
    }

    @Test
    void every_panel_shows_something() throws Exception {
        for (String query : dashboard.panelQueries()) {
            prometheus.await(DashboardFile.filledIn(query, "leaker"));
        }
    }

    @Test
    void every_variable_has_values() throws Exception {
        for (String query : dashboard.variableQueries()) {
            prometheus.await(DashboardFile.filledIn(query, ".+"));
        }
    }

    @Test
    void the_job_has_the_name_that_queries_match() throws Exception {
        prometheus.await("up{job=\"sentinel\"} == 1");
    }

    @Test
    void a_termination_is_marked() throws Exception {
        prometheus.await("sentinel_terminations_total{name=\"stubborn\"}");
        stubborn.program().signal("TERM");
        String mark = DashboardFile.filledIn(dashboard.annotationQuery("Kills"), "stubborn");
        var marked = prometheus.await(mark).getObject(0).getObject("metric");
        assertEquals("shutdown", marked.getString("reason"));
    }

    @Test
    void a_new_start_is_marked() throws Exception {
        prometheus.await("sentinel_target_up{name=\"again\"}");
        String address = addresses(startedAgain);
        startedAgain.program().signal("TERM");
        var _ = startedAgain.await();
        List<String> sameAgain =
                List.of(
                        Guard.BINARY.toString(),
                        "--no-tui",
                        "--no-socket",
                        "--metrics=" + address,
                        "--name=again",
                        "sleep",
                        "60");
        OPEN.push(Program.start(Guard.ENVIRONMENT, sameAgain));
        prometheus.await(DashboardFile.filledIn(dashboard.annotationQuery("New starts"), "again"));
    }
}
