package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Real guards, scraped by a real Prometheus with the configuration that is shipped, answer the
/// queries of the dashboard and of the rules; and what one of them does to a leak is told by a real
/// Alertmanager.
@SideBySide
class StackIT {

    /// Only of targets in a cgroup of version 2 that counts memory, which not every machine offers.
    private static final Pattern NOT_ON_EVERY_MACHINE =
            Pattern.compile("sentinel_(cgroup_memory|pressure_memory)_\\w+");

    /// Sentinel waits until it calls a growth a leak.
    private static final Set<String> ONLY_AFTER_A_WHILE =
            Set.of(
                    "sentinel_memory_growth_bytes_per_second",
                    "sentinel_memory_time_to_limit_seconds");

    private static final Pattern SELECTOR =
            Pattern.compile("\\b((?:sentinel_|name:|process_|up\\b)[\\w:]*)(\\{.*?})?");

    private static Stack stack;
    private static Receiver slack;
    private static Receiver program;
    private static Prometheus prometheus;

    private final DashboardFile dashboard;

    StackIT() throws Exception {
        dashboard = DashboardFile.read();
    }

    /// The leak is slow, and deaf to SIGTERM. Once it has been seen its limit becomes less than it
    /// has: its Sentinel decides to end it, and both are there to be scraped until SIGKILL.
    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        Needs.tools("prometheus", "prometheus-alertmanager", "nc");
        stack = Stack.in(directory);
        slack = stack.receiver();
        program = stack.receiver();
        Guard leaker =
                stack.guard(
                        List.of(
                                "-m400M",
                                "--soft=300M",
                                "--metric=rss+swap",
                                "-k60s",
                                "--name=leaker"),
                        Guard.leaker("--rate", "2M/s", "--ignore-term"));
        Guard again =
                stack.guard(List.of("--metric=pss", "--name=again", "--copies=3"), "sleep", "60");
        prometheus =
                stack.prometheus(
                        leaker,
                        again,
                        stack.slack(slack.url()),
                        stack.webhook(program.url() + "/alerts", "open sesame"));
        prometheus.await("sentinel_terminations_total{name=\"leaker\"}");
        prometheus.await("sentinel_target_start_time_seconds{name=\"again-3\"}");
        String answer = leaker.ask("limit leaker 20M") + again.ask("restart again-3");
        assertFalse(answer.contains("ERR"), answer);
    }

    @AfterAll
    static void stop() throws Exception {
        stack.close();
    }

    @Test
    void every_panel_shows_something() throws Exception {
        for (String query : dashboard.panelQueries()) {
            assertAnswered(DashboardFile.filledIn(query, ".+"));
        }
    }

    private static void assertAnswered(String query) throws Exception {
        boolean mayBeEmpty =
                selectors(query)
                        .map(selector -> selector.group(1))
                        .anyMatch(name ->
                                NOT_ON_EVERY_MACHINE.matcher(name).matches()
                                        || ONLY_AFTER_A_WHILE.contains(name));
        if (mayBeEmpty) {
            prometheus.query(query);
        } else {
            prometheus.await(query);
        }
    }

    private static Stream<MatchResult> selectors(String query) {
        return SELECTOR.matcher(query).results();
    }

    @Test
    void every_series_that_a_rule_looks_at_is_there() throws Exception {
        for (RulesFile.Rule rule : RulesFile.read().rules()) {
            prometheus.query(rule.query());
            for (MatchResult selector : selectors(rule.query()).toList()) {
                assertAnswered(selector.group());
            }
        }
    }

    @Test
    void every_variable_has_values() throws Exception {
        for (String query : dashboard.variableQueries()) {
            prometheus.await(DashboardFile.filledIn(query, ".+"));
        }
    }

    @Test
    void a_kill_is_marked() throws Exception {
        String mark = DashboardFile.filledIn(dashboard.annotationQuery("Kills"), "leaker");
        var marked = prometheus.await(mark).getObject(0).getObject("metric");
        assertEquals("memory_limit", marked.getString("reason"));
    }

    @Test
    void a_restart_is_marked() throws Exception {
        prometheus.await(DashboardFile.filledIn(dashboard.annotationQuery("Restarts"), "again-3"));
    }

    @Test
    void an_oom_kill_would_be_marked() throws Exception {
        prometheus.query(DashboardFile.filledIn(dashboard.annotationQuery("OOM kills"), ".+"));
    }

    @Test
    void a_kill_is_told_in_slack() throws Exception {
        Receiver.Told told =
                slack.await("the kill", one -> text(one).contains("Sentinel ended leaker on "));
        JsonObject message = told.body().getArray("attachments").getObject(0);
        assertEquals("1 × SentinelMemoryLimitKill firing", message.getString("title"));
        assertEquals("warning", message.getString("color"));
        assertTrue(text(told).contains("It used more memory than it may."), text(told));
    }

    private static String text(Receiver.Told told) {
        return told.body().getArray("attachments").getObject(0).getString("text");
    }

    @Test
    void a_limit_that_is_near_is_told_to_a_program() throws Exception {
        Receiver.Told told =
                program.await(
                        "the alert",
                        one ->
                                one.body()
                                        .getObject("commonLabels")
                                        .getString("alertname", "")
                                        .equals("SentinelMemoryNearLimit"));
        assertEquals("/alerts", told.path());
        assertEquals("Bearer open sesame", told.authorization());
        assertEquals("firing", told.body().getString("status"));
        JsonObject labels = told.body().getArray("alerts").getObject(0).getObject("labels");
        assertEquals("leaker", labels.getString("name"));
        assertEquals("warning", labels.getString("severity"));
    }
}
