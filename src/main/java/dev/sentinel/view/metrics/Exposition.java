package dev.sentinel.view.metrics;

import dev.sentinel.model.Build;
import dev.sentinel.model.Snapshot;
import dev.sentinel.view.Page;
import dev.sentinel.view.SharedPage;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.exporter.common.TextFormat;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The latest snapshot in the format a scraper asks for: text 0.0.4, or OpenMetrics 1.0.0. All
/// scrapes of one snapshot share one page.
public final class Exposition {

    private final Supplier<Snapshot> latest;
    private final Supplier<Map<String, Long>> commands;
    private final Build build;
    private @Nullable Catalogue catalogue;
    private final SharedPage text;
    private final SharedPage openMetrics;

    /// @param latest may take its time
    /// @param commands how often each was asked for at the socket, those that never were as well
    public Exposition(
            Supplier<Snapshot> latest, Supplier<Map<String, Long>> commands, Build build) {
        this.latest = latest;
        this.commands = commands;
        this.build = build;
        this.text = shared(TextFormat.CONTENT_TYPE_004);
        this.openMetrics = shared(TextFormat.CONTENT_TYPE_OPENMETRICS_100);
    }

    private SharedPage shared(String format) {
        return new SharedPage(
                latest, snapshot -> written(format, families(snapshot)), Duration.ZERO);
    }

    /// What is known right now.
    ///
    /// @param accept the request's Accept header; null when there was none
    public Page render(@Nullable String accept) {
        return format(accept).equals(TextFormat.CONTENT_TYPE_004) ? text.get() : openMetrics.get();
    }

    /// The same, only some families of it.
    ///
    /// @param names of families or of single metrics in them; empty for all
    public Page render(@Nullable String accept, Set<String> names) {
        if (names.isEmpty()) {
            return render(accept);
        }
        List<MetricFamilySamples> wanted =
                families(latest.get()).stream().filter(family -> isIn(names, family)).toList();
        return written(format(accept), wanted);
    }

    private static boolean isIn(Set<String> names, MetricFamilySamples family) {
        return names.contains(family.name)
                || family.samples.stream().anyMatch(sample -> names.contains(sample.name));
    }

    private static String format(@Nullable String accept) {
        return TextFormat.chooseContentType(accept == null ? "" : accept);
    }

    private List<MetricFamilySamples> families(Snapshot snapshot) {
        Map<String, Long> asked = commands.get();
        return catalogue(asked.keySet()).families(Scrape.of(snapshot, asked, build));
    }

    /// Made when it is first needed: a guard that nobody scrapes does without it.
    private synchronized Catalogue catalogue(Set<String> words) {
        if (catalogue == null) {
            catalogue = Catalogue.of(words);
        }
        return catalogue;
    }

    private static Page written(String format, List<MetricFamilySamples> families) {
        var bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            TextFormat.writeFormat(format, writer, Collections.enumeration(families));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot fail", impossible);
        }
        return new Page(format, bytes.toByteArray());
    }
}
