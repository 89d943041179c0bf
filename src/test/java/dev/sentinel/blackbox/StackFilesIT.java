package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The files of the stack, read by those who read them elsewhere.
@SideBySide
class StackFilesIT {

    private static final Set<String> SERVICES = Set.of("grafana", "prometheus", "sentinel");

    @Test
    void promtool_accepts_the_configuration() throws Exception {
        assertAccepted(Path.of("prometheus.yml"));
    }

    @Test
    void promtool_accepts_the_targets_that_are_shipped(@TempDir Path directory) throws Exception {
        String targets = Path.of("deploy/prometheus/targets").toAbsolutePath().toString();
        String configuration = Files.readString(Path.of("prometheus.yml"));
        assertTrue(configuration.contains("/etc/prometheus/targets"), configuration);
        assertAccepted(
                Files.writeString(
                        directory.resolve("prometheus.yml"),
                        configuration.replace("/etc/prometheus/targets", targets)));
    }

    private static void assertAccepted(Path configuration) throws Exception {
        Needs.tools("promtool");
        Program.Result result = run("promtool", "check", "config", configuration.toString());
        assertEquals(0, result.code(), result.out() + result.err());
    }

    @Test
    void docker_compose_knows_the_three_services() throws Exception {
        String compose = succeeds("docker compose version") ? "docker compose" : "docker-compose";
        Needs.that(succeeds(compose + " version"), "docker compose");
        Program.Result result = run("sh", "-c", compose + " config --services");
        assertEquals(0, result.code(), result.err());
        assertEquals(SERVICES, new TreeSet<>(result.out().lines().toList()));
    }

    @Test
    void no_service_is_root_or_within_reach_of_other_machines() throws Exception {
        JsonObject services = composeFile().getObject("services");
        assertEquals(SERVICES, services.keySet());
        for (String name : SERVICES) {
            JsonObject service = services.getObject(name);
            assertFalse(service.getString("user", "0").matches("(0|root)\\b.*"), name);
            assertEquals(List.of("ALL"), service.getArray("cap_drop"), name);
            for (Object port : service.getArray("ports")) {
                assertTrue(port.toString().startsWith("127.0.0.1:"), name + " at " + port);
            }
        }
    }

    @Test
    void what_is_not_built_here_has_a_version() throws Exception {
        JsonObject services = composeFile().getObject("services");
        for (String name : List.of("grafana", "prometheus")) {
            String image = services.getObject(name).getString("image");
            assertTrue(image.matches("[a-z/]+:v?\\d+\\.\\d+\\.\\d+"), image);
        }
    }

    @Test
    void the_demo_is_a_command_that_leaks() throws Exception {
        JsonObject sentinel = composeFile().getObject("services").getObject("sentinel");
        String[] command =
                sentinel.getArray("command").stream()
                        .map(String::valueOf)
                        .map(word -> word.replace("/opt/demo/leaker.jar", Guard.LEAKER.toString()))
                        .toArray(String[]::new);
        try (Guard guard = Guard.start(command)) {
            Eventually.isTrue(
                    Guard.SOON,
                    "the leak",
                    () -> guard.program().out().contains("leaker: holding"));
        }
    }

    private static JsonObject composeFile() throws Exception {
        Needs.that(succeeds("python3 -c 'import yaml'"), "Python's yaml module");
        String toJson =
                "import json, yaml; print(json.dumps(yaml.safe_load(open('docker-compose.yml'))))";
        Program.Result result = run("python3", "-c", toJson);
        return JsonParser.object().from(result.out());
    }

    private static boolean succeeds(String command) throws Exception {
        return run("sh", "-c", command).code() == 0;
    }

    private static Program.Result run(String... command) throws Exception {
        return Program.run(Guard.SOON, Map.of(), List.of(command));
    }
}
