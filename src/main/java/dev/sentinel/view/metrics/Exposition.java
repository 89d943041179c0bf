package dev.sentinel.view.metrics;

import dev.sentinel.model.Build;
import dev.sentinel.model.Snapshot;
import dev.sentinel.view.Page;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// The latest snapshot in the format a scraper asks for: text 0.0.4, or OpenMetrics 1.0.0.
public final class Exposition {

    private final CollectorRegistry registry = new CollectorRegistry();

    public Exposition(Supplier<Snapshot> latest, Build build) {
        registry.register(new SnapshotCollector(latest, build));
    }

    /// Maps what is known right now.
    ///
    /// @param accept the request's Accept header; null when there was none
    public Page render(@Nullable String accept) {
        String format = TextFormat.chooseContentType(accept == null ? "" : accept);
        var bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            TextFormat.writeFormat(format, writer, registry.metricFamilySamples());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot fail", impossible);
        }
        return new Page(format, bytes.toByteArray());
    }
}
