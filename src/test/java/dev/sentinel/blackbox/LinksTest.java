package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is written leads to files that are there.
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(?:#[^)]*)?\\)");

    static List<Path> texts() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void links_lead_somewhere(Path text) throws IOException {
        LINK.matcher(Files.readString(text))
                .results()
                .map(link -> link.group(1))
                .forEach(link ->
                        assertTrue(
                                Files.exists(text.resolveSibling(link)), text + " links " + link));
    }
}
