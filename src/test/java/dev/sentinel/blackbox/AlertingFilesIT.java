package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Rules and routes, judged by the programs that follow them.
@SideBySide
class AlertingFilesIT {

    private static final Path ROUTES = Path.of("deploy/alertmanager");

    @BeforeAll
    static void needs_the_programs() {
        Needs.tools("promtool", "amtool");
    }

    @Test
    void promtool_accepts_the_rules() throws Exception {
        accepted("promtool", "check", "rules", RulesFile.PATH.toString());
    }

    @Test
    void the_rules_do_what_their_tests_say() throws Exception {
        accepted("promtool", "test", "rules", RulesFile.TESTS.toString());
    }

    @Test
    void the_configuration_loads_the_rules(@TempDir Path rules) throws Exception {
        Files.copy(RulesFile.PATH, rules.resolve("sentinel.rules.yml"));
        String configuration = Files.readString(Path.of("prometheus.yml"));
        assertTrue(configuration.contains("/etc/prometheus/rules/*.yml"), configuration);
        Path file =
                Files.writeString(
                        rules.resolve("prometheus.yaml"),
                        configuration.replace("/etc/prometheus/rules", rules.toString()));
        String said = accepted("promtool", "check", "config", file.toString());
        assertTrue(said.contains(RulesFile.read().rules().size() + " rules found"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alertmanager", "alertmanager-slack", "alertmanager-webhook"})
    void amtool_accepts_the_routes_without_the_secret(String name) throws Exception {
        accepted("amtool", "check-config", file(name).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"critical", "warning"})
    void every_alert_finds_its_receiver(String severity) throws Exception {
        assertEquals("nobody", receiver("alertmanager", severity));
        assertEquals("slack", receiver("alertmanager-slack", severity));
        assertEquals("webhook", receiver("alertmanager-webhook", severity));
    }

    private static String receiver(String name, String severity) throws Exception {
        return run(
                        "amtool",
                        "config",
                        "routes",
                        "test",
                        "--config.file=" + file(name),
                        "severity=" + severity,
                        "alertname=SentinelDown")
                .out()
                .strip();
    }

    @Test
    void the_three_differ_in_their_receivers_only() throws Exception {
        String one = rest("alertmanager", "nobody");
        assertEquals(one, rest("alertmanager-slack", "slack"));
        assertEquals(one, rest("alertmanager-webhook", "webhook"));
    }

    private static String rest(String name, String receiver) throws Exception {
        String text = Files.readString(file(name));
        return text.substring(text.indexOf("\nroute:"), text.indexOf("\nreceivers:"))
                .replace("receiver: " + receiver, "receiver: R");
    }

    private static Path file(String name) {
        return ROUTES.resolve(name + ".yml");
    }

    private static String accepted(String... command) throws Exception {
        Program.Result result = run(command);
        assertEquals(0, result.code(), result.out() + result.err());
        return result.out();
    }

    private static Program.Result run(String... command) throws Exception {
        return Program.run(Guard.SOON, Map.of(), List.of(command));
    }
}
