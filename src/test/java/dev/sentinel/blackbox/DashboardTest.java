package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class DashboardTest {

    /// Ids of Grafana; one that it does not know is shown as a suffix.
    private static final Set<String> UNITS =
            Set.of("bytes", "Bps", "s", "percentunit", "short", "none", "cps");

    private DashboardFile dashboard;

    @BeforeEach
    void read() throws Exception {
        dashboard = DashboardFile.read();
    }

    @Test
    void it_has_the_address_and_the_schema_that_others_rely_on() {
        assertEquals("sentinel", dashboard.json().getString("uid"));
        assertEquals(42, dashboard.json().getInt("schemaVersion"));
        assertFalse(dashboard.json().getBoolean("editable", true));
        assertFalse(dashboard.json().getArray("tags").isEmpty());
    }

    @Test
    void it_opens_at_what_happens_now_with_one_cross_hair_for_all_graphs() {
        assertEquals(1, dashboard.json().getInt("graphTooltip"));
        assertEquals("5s", dashboard.json().getString("refresh"));
        assertEquals("now-15m", dashboard.json().getObject("time").getString("from"));
    }

    @Test
    void every_panel_says_what_it_shows_and_in_which_unit() {
        for (JsonObject panel : dashboard.panels()) {
            JsonObject defaults = panel.getObject("fieldConfig").getObject("defaults");
            List<String> texts =
                    List.of(
                            panel.getString("title", ""),
                            panel.getString("description", ""),
                            defaults.getString("unit", ""));
            assertFalse(texts.contains(""), texts.toString());
            assertTrue(UNITS.contains(texts.getLast()), texts.toString());
        }
    }

    @Test
    void every_panel_asks_the_chosen_data_source() {
        for (JsonObject panel : dashboard.panels()) {
            List<JsonObject> targets = DashboardFile.targets(panel);
            assertFalse(targets.isEmpty(), panel.getString("title"));
            assertEquals(
                    targets.size(),
                    targets.stream().map(one -> one.getString("refId")).distinct().count(),
                    panel.getString("title"));
            Stream.concat(Stream.of(panel), targets.stream())
                    .map(asking -> asking.getObject("datasource").getString("uid"))
                    .forEach(uid -> assertEquals("${datasource}", uid));
        }
    }

    @Test
    void no_two_panels_have_the_same_id() {
        List<Integer> ids = dashboard.elements().stream().map(one -> one.getInt("id")).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size(), ids.toString());
    }

    @Test
    void every_query_is_about_the_chosen_guards() {
        for (String query : everyQuery()) {
            long metrics = matches("\\w+\\{", query).count();
            long chosen = matches("job=~\"\\$job\",instance=~\"\\$instance\"", query).count();
            assertTrue(metrics > 0 && metrics == chosen, query);
        }
    }

    @Test
    void counters_are_only_looked_at_by_what_understands_restarts() {
        for (String query : everyQuery()) {
            long counters = matches("\\w+_total\\b", query).count();
            long understood = matches("\\b(rate|irate|increase)\\(\\w+_total\\b", query).count();
            assertEquals(counters, understood, query);
        }
    }

    @Test
    void rates_fit_the_scrape_interval() {
        everyQuery().stream()
                .flatMap(query -> matches("\\bi?rate\\(.*?\\[(.*?)]", query))
                .forEach(rate -> assertEquals("$__rate_interval", rate.group(1)));
    }

    @Test
    void the_data_source_is_told_the_scrape_interval() throws Exception {
        String scraped = value("scrape_interval", Path.of("prometheus.yml"));
        String told =
                value("timeInterval", Path.of("grafana/provisioning/datasources/prometheus.yml"));
        assertEquals(scraped, told);
    }

    private static String value(String key, Path file) throws Exception {
        return matches(key + ": (\\S+)", Files.readString(file)).findFirst().orElseThrow().group(1);
    }

    @Test
    void the_staircase_has_steps_and_a_dashed_red_limit() {
        JsonObject config = dashboard.panel("Staircase").getObject("fieldConfig");
        JsonObject custom = config.getObject("defaults").getObject("custom");
        assertEquals("stepAfter", custom.getString("lineInterpolation"));
        JsonObject limit = config.getArray("overrides").getObject(0);
        assertEquals("B", limit.getObject("matcher").getString("options"));
        String properties = limit.getArray("properties").toString();
        assertTrue(properties.contains("fixedColor=red"), properties);
        assertTrue(properties.contains("fill=dash"), properties);
    }

    private List<String> everyQuery() {
        return Stream.concat(
                        dashboard.panelQueries().stream(), dashboard.annotationQueries().stream())
                .toList();
    }

    private static Stream<MatchResult> matches(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results();
    }
}
