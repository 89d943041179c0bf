package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The dashboard can be read, with one target and with hundreds.
class DashboardLayoutTest {

    private static final int COLUMNS = 24;

    private DashboardFile dashboard;

    @BeforeEach
    void read() throws Exception {
        dashboard = DashboardFile.read();
    }

    @Test
    void it_goes_from_what_matters_now_to_what_the_guard_costs() {
        List<String> rows =
                dashboard.elements().stream()
                        .filter(one -> one.getString("type").equals("row"))
                        .map(one -> one.getString("title"))
                        .toList();
        assertEquals(List.of("Now", "Memory", "Tree", "Kernel", "Guard", "Sentinel itself"), rows);
    }

    @Test
    void the_page_is_filled_once() {
        List<String> cells = dashboard.elements().stream().flatMap(this::cells).toList();
        assertEquals(cells.size(), cells.stream().distinct().count(), "panels overlap");
        int rows = cells.size() / COLUMNS;
        assertEquals(
                IntStream.range(0, rows * COLUMNS)
                        .mapToObj(cell -> cell % COLUMNS + "," + cell / COLUMNS)
                        .collect(Collectors.toSet()),
                cells.stream().collect(Collectors.toSet()),
                "there is a hole, or something beside the page");
    }

    private Stream<String> cells(JsonObject element) {
        JsonObject at = element.getObject("gridPos");
        return IntStream.range(0, at.getInt("w") * at.getInt("h"))
                .mapToObj(cell ->
                        (at.getInt("x") + cell % at.getInt("w"))
                                + ","
                                + (at.getInt("y") + cell / at.getInt("w")));
    }

    @Test
    void the_chosen_data_source_is_asked_for_the_rest_of_the_choice() {
        JsonObject source = dashboard.variable("datasource");
        assertEquals("Data Source", source.getString("label"));
        assertEquals("prometheus", source.getString("query"));
        for (String name : List.of("job", "instance", "name")) {
            JsonObject variable = dashboard.variable(name);
            assertTrue(variable.getBoolean("multi"), name);
            assertTrue(variable.getBoolean("includeAll"), name);
            assertEquals(".+", variable.getString("allValue"), name);
            assertEquals(2, variable.getInt("refresh"), name + ": on a change of the time range");
            assertEquals("${datasource}", variable.getObject("datasource").getString("uid"));
        }
    }

    @Test
    void a_graph_of_single_targets_or_guards_shows_the_largest_only() {
        for (JsonObject panel : dashboard.graphs()) {
            for (JsonObject target : DashboardFile.targets(panel)) {
                boolean single =
                        target.getString("legendFormat").matches(".*\\{\\{(name|instance)}}.*");
                String query = target.getString("expr");
                assertEquals(
                        single, query.contains("topk($top, "), panel.getString("title") + query);
            }
        }
    }

    @Test
    void a_legend_is_a_table_with_the_largest_first() {
        for (JsonObject panel : dashboard.graphs()) {
            JsonObject legend = panel.getObject("options").getObject("legend");
            assertEquals("table", legend.getString("displayMode"), panel.getString("title"));
            assertTrue(legend.getBoolean("sortDesc"), panel.getString("title"));
            String column = legend.getString("sortBy").equals("Max") ? "max" : "sum";
            assertTrue(legend.getArray("calcs").contains(column), panel.getString("title"));
        }
    }

    @Test
    void the_table_of_targets_begins_with_the_one_closest_to_its_limit() {
        JsonObject table = dashboard.panel("Targets");
        JsonObject sort = table.getObject("options").getArray("sortBy").getObject(0);
        assertEquals("Of limit", sort.getString("displayName"));
        assertTrue(sort.getBoolean("desc"));
    }

    @Test
    void columns_that_look_special_are_there() {
        for (String title : List.of("Targets", "Alerts")) {
            JsonObject table = dashboard.panel(title);
            JsonObject organize = DashboardFile.objects(table, "transformations").getLast();
            var columns = organize.getObject("options").getObject("renameByName").values();
            for (JsonObject override :
                    DashboardFile.objects(table.getObject("fieldConfig"), "overrides")) {
                String column = override.getObject("matcher").getString("options");
                assertTrue(columns.contains(column), title + ": " + column);
            }
            for (JsonObject target : DashboardFile.targets(table)) {
                assertEquals("table", target.getString("format"), title);
                assertTrue(target.getBoolean("instant"), title);
            }
        }
    }

    @Test
    void what_was_done_is_marked_in_its_colour() {
        assertEquals(
                List.of(
                        "Kills red kill {{name}}",
                        "Restarts blue restart {{name}}",
                        "OOM kills purple OOM kill {{name}}"),
                dashboard.annotations().stream()
                        .map(one ->
                                "%s %s %s"
                                        .formatted(
                                                one.getString("name"),
                                                one.getString("iconColor"),
                                                one.getString("titleFormat")))
                        .toList());
    }

    @Test
    void links_lead_back_to_this_dashboard() {
        String text = dashboard.panel("Targets").toString();
        assertTrue(text.contains("url=/d/" + dashboard.json().getString("uid") + "?"), text);
        assertFalse(text.contains("://"), text);
    }
}
