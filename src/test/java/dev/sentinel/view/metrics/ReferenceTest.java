package dev.sentinel.view.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.view.socket.CommandCounts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/// docs/metrics.md; `main` writes it anew.
class ReferenceTest {

    private static final Path FILE = Path.of("docs/metrics.md");
    private static final Catalogue ALL = Catalogue.of(new CommandCounts().byWord().keySet());

    static List<Metric> metrics() {
        return ALL.topics().stream().flatMap(topic -> topic.metrics().stream()).toList();
    }

    @Test
    void the_page_says_what_the_code_does() throws IOException {
        assertEquals(
                new Reference(ALL).markdown(),
                Files.readString(FILE),
                "write it anew: mvn -q test-compile exec:exec@metrics-doc");
    }

    @Test
    void no_two_metrics_have_a_name_in_common() {
        List<String> names = metrics().stream().map(Metric::name).toList();
        assertEquals(names.size(), new HashSet<>(names).size());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void a_metric_is_named_and_explained_as_is_usual(Metric metric) {
        assertTrue(metric.name().matches("(sentinel|process)_[a-z_]+"), metric::name);
        assertTrue(metric.help().matches("[A-Z+].*\\."), metric::help);
        metric.labels().forEach(label -> assertTrue(label.name().matches("[a-z_]+")));
    }

    /// Writes the page.
    public static void main(String[] none) throws IOException {
        var _ = Files.writeString(FILE, new Reference(ALL).markdown());
    }
}
