package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// The dashboard is of the form that Grafana has published.
class DashboardSchemaTest {

    private DashboardFile dashboard;

    @BeforeEach
    void read() throws Exception {
        dashboard = DashboardFile.read();
    }

    @Test
    void the_dashboard_is_one() throws Exception {
        assertEquals(List.of(), GrafanaSchema.dashboard().complaints(dashboard.json()));
    }

    @Test
    void a_key_that_grafana_does_not_know_is_noticed() throws Exception {
        dashboard.panel("Staircase").put("tittle", "Staircase");
        List<String> complaints = GrafanaSchema.dashboard().complaints(dashboard.json());
        assertFalse(complaints.isEmpty());
        assertTrue(complaints.toString().contains("tittle"), complaints.toString());
    }

    @Test
    void graphs_are_drawn_as_graphs_can_be() throws Exception {
        GrafanaSchema schema = GrafanaSchema.graph();
        for (JsonObject panel : dashboard.graphs()) {
            JsonObject custom =
                    panel.getObject("fieldConfig").getObject("defaults").getObject("custom");
            assertEquals(List.of(), schema.complaints(custom), panel.getString("title"));
        }
    }

    @Test
    void what_is_drawn_otherwise_is_something_that_can_be() throws Exception {
        Set<String> known =
                GrafanaSchema.graph().definition("FieldConfig").getObject("properties").keySet();
        for (JsonObject panel : dashboard.graphs()) {
            for (JsonObject override :
                    DashboardFile.objects(panel.getObject("fieldConfig"), "overrides")) {
                DashboardFile.objects(override, "properties").stream()
                        .map(property -> property.getString("id"))
                        .filter(id -> id.startsWith("custom."))
                        .map(id -> id.substring("custom.".length()))
                        .forEach(key ->
                                assertTrue(
                                        known.contains(key),
                                        panel.getString("title") + ": " + key));
            }
        }
    }
}
