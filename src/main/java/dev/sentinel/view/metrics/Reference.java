package dev.sentinel.view.metrics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// docs/metrics.md, from the same values that a scrape is made of.
record Reference(Catalogue catalogue) {

    private static final String BEGINNING =
            """
            # Metrics

            This page is made from the code; `mvn test-compile exec:exec@metrics-doc` writes it anew.

            Sentinel serves them at http://127.0.0.1:8000/metrics (`--metrics [HOST:]PORT`), as text 0.0.4, or as
            OpenMetrics 1.0.0 to those who ask for it; `name[]=` asks for some alone. `sentinel_` tells of what is
            guarded and of the guard, `process_` of Sentinel as a process. All series of a scrape come from one
            snapshot.

            Every series is there from the first scrape on, with zero, so that a first event is an increase. The only
            exceptions stand in the last column: what is not known is absent, not zero. Labels have the values that
            stand here and no others, but `name`, which is what `--name` says or the command is called, and those of
            `sentinel_build_info`. So restarts, kills and processes add no series. A histogram has `le` besides, and
            the endings `_bucket`, `_count` and `_sum`; a summary has the latter two.
            """;

    String markdown() {
        return BEGINNING + catalogue.topics().stream().map(Reference::section).collect(lines());
    }

    private static String section(Topic topic) {
        String text = topic.text().isEmpty() ? "" : "\n" + topic.text() + "\n";
        return """

        ## %s
        %s
        | metric | type | labels | meaning | absent |
        |---|---|---|---|---|
        %s\
        """
                .formatted(
                        topic.title(),
                        text,
                        topic.metrics().stream().map(Reference::row).collect(lines()));
    }

    private static String row(Metric metric) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        metric.fullName(),
                        metric.type().name().toLowerCase(Locale.ROOT),
                        metric.labels().stream()
                                .map(Reference::label)
                                .collect(Collectors.joining("; ")),
                        metric.help(),
                        metric.absent());
    }

    private static String label(Label label) {
        List<String> values = label.values();
        return values.isEmpty() ? label.name() : label.name() + ": " + String.join(", ", values);
    }

    private static Collector<CharSequence, ?, String> lines() {
        return Collectors.joining();
    }
}
