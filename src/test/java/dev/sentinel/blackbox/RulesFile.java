package dev.sentinel.blackbox;

import org.yaml.snakeyaml.Yaml;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The rules as Prometheus gets them.
record RulesFile(List<Rule> rules) {

    static final Path PATH = Path.of("deploy/prometheus/sentinel.rules.yml");
    static final Path TESTS = Path.of("deploy/prometheus/sentinel.rules.test.yml");

    /// An alert, or a series that is recorded.
    record Rule(String name, boolean isAlert, String query, Map<?, ?> yaml) {

        private static Rule of(Map<?, ?> yaml) {
            boolean isAlert = yaml.containsKey("alert");
            String name = text(yaml, isAlert ? "alert" : "record");
            return new Rule(name, isAlert, text(yaml, "expr"), yaml);
        }

        String severity() {
            return text((Map<?, ?>) Objects.requireNonNull(yaml.get("labels")), "severity");
        }

        /// Empty if there is none.
        String annotation(String key) {
            return text((Map<?, ?>) Objects.requireNonNull(yaml.get("annotations")), key);
        }
    }

    static RulesFile read() throws Exception {
        return new RulesFile(
                maps(yaml(PATH), "groups").stream()
                        .flatMap(group -> maps(group, "rules").stream())
                        .map(Rule::of)
                        .toList());
    }

    List<Rule> alerts() {
        return rules.stream().filter(Rule::isAlert).toList();
    }

    static Map<?, ?> yaml(Path path) throws Exception {
        Map<?, ?> read = new Yaml().load(Files.readString(path));
        return read;
    }

    /// Empty if there is none.
    static List<Map<?, ?>> maps(Map<?, ?> parent, String key) {
        List<?> list = parent.get(key) instanceof List<?> found ? found : List.of();
        return list.stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }

    private static String text(Map<?, ?> parent, String key) {
        return Objects.toString(parent.get(key), "");
    }
}
