package dev.sentinel.view.web;

import dev.sentinel.view.Page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The page that a browser shows: `/`, and below `/web/` the scripts and style sheets that it asks
/// for.
///
/// A file is read when it is asked for, each time anew: most guards are never looked at with a
/// browser, and theirs shall cost nothing.
public final class WebPage {

    private static final String INDEX = "index.html";

    /// As they lie beside this class; uPlot's as its npm package has them.
    private static final List<String> FILES =
            List.of(
                    "columns.js",
                    "detail.js",
                    "dom.js",
                    "events.js",
                    "format.js",
                    "graph.js",
                    "header.js",
                    "link.js",
                    "main.js",
                    "marks.js",
                    "memory.js",
                    "page.css",
                    "paint.js",
                    "picture.js",
                    "place.js",
                    "row.js",
                    "spark.js",
                    "staircase.js",
                    "table.css",
                    "table.js",
                    "theme.css",
                    "uplot-1.6.32/uPlot.iife.min.js",
                    "uplot-1.6.32/uPlot.min.css",
                    "words.js");

    private WebPage() {}

    /// Path → its file, to be read when the path is asked for.
    public static Map<String, Supplier<Page>> files() {
        Map<String, Supplier<Page>> files = new HashMap<>();
        files.put("/", () -> page(INDEX));
        FILES.forEach(name -> files.put("/web/" + name, () -> page(name)));
        return Map.copyOf(files);
    }

    private static Page page(String name) {
        try (InputStream file = WebPage.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new Page(contentType(name), file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String contentType(String name) {
        String kind =
                switch (name.substring(name.lastIndexOf('.'))) {
                    case ".html" -> "text/html";
                    case ".css" -> "text/css";
                    default -> "text/javascript";
                };
        return kind + "; charset=utf-8";
    }
}
