package dev.sentinel.blackbox;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The dashboard as Grafana gets it.
record DashboardFile(JsonObject json) {

    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), \\w+\\)");

    static DashboardFile read() throws Exception {
        String text = Files.readString(Path.of("grafana/dashboards/sentinel.json"));
        return new DashboardFile(JsonParser.object().from(text));
    }

    /// Everything on the page, rows too.
    List<JsonObject> elements() {
        return objects(json, "panels");
    }

    /// What shows something.
    List<JsonObject> panels() {
        return elements().stream().filter(one -> !one.getString("type").equals("row")).toList();
    }

    List<JsonObject> graphs() {
        return panels().stream().filter(one -> one.getString("type").equals("timeseries")).toList();
    }

    List<JsonObject> variables() {
        return objects(json.getObject("templating"), "list");
    }

    JsonObject variable(String name) {
        return named(variables(), "name", name);
    }

    JsonObject panel(String title) {
        return named(panels(), "title", title);
    }

    static List<JsonObject> targets(JsonObject panel) {
        return objects(panel, "targets");
    }

    List<String> panelQueries() {
        return panels().stream()
                .flatMap(panel -> targets(panel).stream())
                .map(target -> target.getString("expr"))
                .toList();
    }

    /// What the values of the variables are taken from.
    List<String> variableQueries() {
        return variables().stream()
                .filter(variable -> variable.getString("type").equals("query"))
                .map(variable -> variable.getObject("query").getString("query"))
                .map(DashboardFile::selector)
                .toList();
    }

    private static String selector(String query) {
        Matcher matcher = LABEL_VALUES.matcher(query);
        if (!matcher.matches()) {
            throw new AssertionError("not a query for label values: " + query);
        }
        return matcher.group(1);
    }

    List<String> annotationQueries() {
        return annotations().stream().map(DashboardFile::annotationQuery).toList();
    }

    String annotationQuery(String name) {
        return annotationQuery(named(annotations(), "name", name));
    }

    private static String annotationQuery(JsonObject annotation) {
        return annotation.getObject("target").getString("expr");
    }

    List<JsonObject> annotations() {
        return objects(json.getObject("annotations"), "list");
    }

    /// The query as Grafana sends it when nothing is narrowed down but the target's name.
    static String filledIn(String query, String name) {
        return query.replace("$__rate_interval", "1m")
                .replace("$__range", "1h")
                .replace("$top", "10")
                .replace("$job", ".+")
                .replace("$instance", ".+")
                .replace("$name", name);
    }

    private static JsonObject named(List<JsonObject> objects, String key, String name) {
        Stream<JsonObject> found = objects.stream().filter(one -> one.getString(key).equals(name));
        return found.findFirst().orElseThrow(() -> new AssertionError("there is no " + name));
    }

    static List<JsonObject> objects(JsonObject parent, String key) {
        return parent.getArray(key).stream().map(JsonObject.class::cast).toList();
    }
}
