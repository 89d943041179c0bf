package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

class RulesTest {

    private RulesFile rules;

    @BeforeEach
    void read() throws Exception {
        rules = RulesFile.read();
    }

    @Test
    void an_alert_says_whom_it_is_about_and_what_to_do() {
        for (RulesFile.Rule alert : rules.alerts()) {
            String summary = alert.annotation("summary");
            String whom = alert.name().equals("SentinelDown") ? "instance" : "name";
            assertTrue(summary.contains("{{ $labels.%s }}".formatted(whom)), alert.toString());
            assertTrue(alert.annotation("description").endsWith("."), alert.toString());
        }
    }

    @Test
    void an_alert_is_named_after_what_guards_and_is_urgent_or_is_not() {
        for (RulesFile.Rule alert : rules.alerts()) {
            assertTrue(alert.name().matches("Sentinel([A-Z][a-z]+)+"), alert.name());
            assertTrue(Set.of("warning", "critical").contains(alert.severity()), alert.name());
        }
    }

    @Test
    void what_is_recorded_tells_its_labels_and_how_it_was_made() {
        List<String> recorded =
                rules.rules().stream()
                        .filter(rule -> !rule.isAlert())
                        .map(RulesFile.Rule::name)
                        .toList();
        assertTrue(!recorded.isEmpty());
        for (String name : recorded) {
            assertTrue(name.matches("name:sentinel_\\w+:\\w+"), name);
        }
    }

    /// As in the web page of a repository: the heading in small letters.
    @Test
    void every_alert_is_explained_where_it_says() throws Exception {
        String manual = Files.readString(Path.of("docs/observability.md"));
        for (RulesFile.Rule alert : rules.alerts()) {
            String anchor = alert.name().toLowerCase(Locale.ROOT);
            assertEquals("docs/observability.md#" + anchor, alert.annotation("runbook"));
            assertTrue(manual.contains("\n### " + alert.name() + "\n"), alert.name());
        }
    }

    @Test
    void every_alert_is_seen_to_fire() throws Exception {
        Set<?> fired =
                RulesFile.maps(RulesFile.yaml(RulesFile.TESTS), "tests").stream()
                        .flatMap(test -> RulesFile.maps(test, "alert_rule_test").stream())
                        .filter(step -> !RulesFile.maps(step, "exp_alerts").isEmpty())
                        .map(step -> step.get("alertname"))
                        .collect(Collectors.toSet());
        assertEquals(
                rules.alerts().stream().map(RulesFile.Rule::name).collect(Collectors.toSet()),
                fired);
    }
}
