package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The files of the stack, read by those who read them elsewhere.
@SideBySide
class StackFilesIT {

    private static final Set<String> SERVICES =
            Set.of("alertmanager", "grafana", "prometheus", "sentinel");

    /// Those that reach 127.0.0.1:8000 of the host.
    private static final Set<String> ON_THE_HOSTS_NETWORK =
            Set.of("alertmanager", "grafana", "prometheus");

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-f docker-compose.yml",
                "-f docker-compose.yml -f deploy/docker-compose.slack.yml"
            })
    void docker_compose_knows_the_services(String files) throws Exception {
        String compose = succeeds("docker compose version") ? "docker compose" : "docker-compose";
        Needs.that(succeeds(compose + " version"), "docker compose");
        String command = "%s %s config".formatted(compose, files);
        assertEquals("", run("sh", "-c", command + " --quiet").err());
        Program.Result result = run("sh", "-c", command + " --services");
        assertEquals(SERVICES, new TreeSet<>(result.out().lines().toList()), result.err());
    }

    @Test
    void no_service_may_more_than_it_has_to() throws Exception {
        JsonObject services = ComposeFile.services();
        assertEquals(SERVICES, services.keySet());
        for (String name : SERVICES) {
            JsonObject service = services.getObject(name);
            assertFalse(service.getString("user", "0").matches("(0|root)\\b.*"), name);
            assertEquals(List.of("ALL"), service.getArray("cap_drop"), name);
            assertEquals(List.of("no-new-privileges:true"), service.getArray("security_opt"), name);
            assertTrue(service.getBoolean("read_only"), name);
            for (String bound : List.of("mem_limit", "cpus", "pids_limit", "healthcheck")) {
                assertTrue(service.containsKey(bound), name + " has no " + bound);
            }
        }
    }

    @Test
    void no_service_is_within_reach_of_other_machines() throws Exception {
        JsonObject services = ComposeFile.services();
        for (String name : SERVICES) {
            JsonObject service = services.getObject(name);
            boolean hosts = service.getString("network_mode", "").equals("host");
            assertEquals(ON_THE_HOSTS_NETWORK.contains(name), hosts, name);
            for (Object port : service.getArray("ports", new JsonArray())) {
                assertTrue(port.toString().startsWith("127.0.0.1:"), name + " at " + port);
            }
        }
        JsonObject grafana = services.getObject("grafana").getObject("environment");
        assertEquals("127.0.0.1", grafana.getString("GF_SERVER_HTTP_ADDR"));
    }

    @Test
    void what_is_not_built_here_has_a_version() throws Exception {
        JsonObject services = ComposeFile.services();
        for (String name : ON_THE_HOSTS_NETWORK) {
            String image = services.getObject(name).getString("image");
            assertTrue(image.matches("[a-z/]+:v?\\d+\\.\\d+\\.\\d+"), image);
        }
    }

    @Test
    void what_is_mounted_is_there() throws Exception {
        JsonObject services = ComposeFile.services();
        for (String name : SERVICES) {
            for (Object volume : services.getObject(name).getArray("volumes")) {
                Path source = Path.of(volume.toString().split(":", -1)[0]);
                boolean named = !volume.toString().matches("[./].*");
                assertTrue(named || Files.exists(source), name + " mounts " + source);
            }
        }
    }

    @Test
    void what_is_built_here_stands_on_images_that_cannot_change() throws Exception {
        List<String> bases =
                Files.readAllLines(Path.of("Dockerfile")).stream()
                        .filter(line -> line.matches("FROM \\S+:.*"))
                        .toList();
        assertEquals(2, bases.size(), "" + bases);
        for (String base : bases) {
            assertTrue(base.matches("FROM \\S+:\\S*\\d\\S*@sha256:[0-9a-f]{64} AS \\w+"), base);
        }
    }

    private static boolean succeeds(String command) throws Exception {
        return run("sh", "-c", command).code() == 0;
    }

    private static Program.Result run(String... command) throws Exception {
        return Program.run(Guard.SOON, Map.of(), List.of(command));
    }
}
