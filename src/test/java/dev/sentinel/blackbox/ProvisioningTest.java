package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Grafana starts with everything in place, and nobody can change it there.
class ProvisioningTest {

    private static final Path FILES = Path.of("grafana/provisioning");

    @Test
    void there_is_one_data_source_for_all() throws Exception {
        List<Map<?, ?>> sources = read("datasources/prometheus.yml", "datasources");
        assertEquals(1, sources.size());
        Map<?, ?> source = sources.getFirst();
        assertEquals("prometheus", source.get("uid"));
        assertEquals("prometheus", source.get("type"));
        assertEquals(true, source.get("isDefault"));
        assertEquals(false, source.get("editable"));
    }

    @Test
    void dashboards_are_read_from_where_they_are_mounted() throws Exception {
        Map<?, ?> provider = read("dashboards/sentinel.yml", "providers").getFirst();
        assertEquals(false, provider.get("allowUiUpdates"));
        assertEquals(true, provider.get("disableDeletion"));
        Map<?, ?> options = (Map<?, ?>) Objects.requireNonNull(provider.get("options"));
        String mount = "./grafana/dashboards:%s:ro".formatted(options.get("path"));
        String compose = Files.readString(Path.of("docker-compose.yml"));
        assertTrue(compose.contains(mount), mount);
    }

    private static List<Map<?, ?>> read(String name, String list) throws Exception {
        return RulesFile.maps(RulesFile.yaml(FILES.resolve(name)), list);
    }
}
