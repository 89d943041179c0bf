package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What Alertmanager, with the routes that are shipped, tells nobody because something else has
/// been told that says more. Alerts come from its own amtool.
@SideBySide
class QuietIT {

    private static Alertmanager alertmanager;

    @BeforeAll
    static void start() throws Exception {
        Needs.tools("prometheus-alertmanager", "amtool");
        Path routes = Path.of("deploy/alertmanager/alertmanager.yml");
        alertmanager = Alertmanager.start(Files.readString(routes));
    }

    @AfterAll
    static void stop() throws Exception {
        alertmanager.close();
    }

    @Test
    void of_a_guard_that_does_not_answer_nothing_else_is_told() throws Exception {
        raise("SentinelMemoryNearLimit", "instance=silent:8000", "name=one");
        raise("SentinelMemoryNearLimit", "instance=other:8000", "name=one");
        raise("SentinelDown", "instance=silent:8000");
        awaitTold(1, "alertname=SentinelDown");
        awaitTold(0, "alertname=SentinelMemoryNearLimit", "instance=silent:8000");
        awaitTold(1, "alertname=SentinelMemoryNearLimit", "instance=other:8000");
    }

    @Test
    void a_storm_is_told_and_not_its_drops() throws Exception {
        raise("SentinelMemoryLimitKill", "instance=host:8000", "name=storm");
        raise("SentinelTargetDown", "instance=host:8000", "name=storm");
        raise("SentinelSigkillNeeded", "instance=host:8000", "name=storm");
        raise("SentinelMemoryLimitKill", "instance=host:8000", "name=calm");
        raise("SentinelRestartStorm", "instance=host:8000", "name=storm");
        awaitTold(2, "name=storm", "alertname=~SentinelRestartStorm|SentinelSigkillNeeded");
        awaitTold(0, "name=storm", "alertname=~SentinelMemoryLimitKill|SentinelTargetDown");
        awaitTold(1, "name=calm");
    }

    private static void raise(String name, String... labels) throws Exception {
        Program.Result result = amtool(List.of("add", "alertname=" + name, "job=sentinel"), labels);
        assertEquals(0, result.code(), result.err());
    }

    /// Waits until it shows that many of these as neither silenced nor inhibited.
    private static void awaitTold(int count, String... matchers) throws Exception {
        var _ =
                Eventually.get(
                        Guard.SOON,
                        count + " told of " + List.of(matchers),
                        () -> amtool(List.of("query", "--active", "-o", "json"), matchers).out(),
                        json -> json.split("\"fingerprint\"", -1).length - 1 == count);
    }

    private static Program.Result amtool(List<String> words, String... rest) throws Exception {
        List<String> command = new ArrayList<>(List.of("amtool", "alert"));
        command.addAll(words);
        command.add("--alertmanager.url=http://" + alertmanager.address());
        command.addAll(List.of(rest));
        return Program.run(Guard.SOON, Map.of(), command);
    }
}
