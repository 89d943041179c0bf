package dev.sentinel.view.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sentinel.view.Page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class WebPageTest {

    private static final Path SOURCES = Path.of("src/main/resources/dev/sentinel/view/web");
    private static final Path UPLOT = SOURCES.resolve("uplot-1.6.32");
    private static final int MOST_BYTES = 150_000;
    private static final int LONGEST_FILE = 250;
    private static final Pattern ASKED_FOR =
            Pattern.compile("(?:src|rel=\"stylesheet\" href|from)[= ]\"(?:web/|\\./)([^\"]+)\"");

    /// What is written here, not what others have made.
    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String text(Page page) {
        return new String(page.body(), UTF_8);
    }

    @Test
    void every_file_of_the_page_is_served_and_nothing_else() throws IOException {
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(Files::isRegularFile)
                    .map(file -> "/web/" + SOURCES.relativize(file))
                    .forEach(there::add);
        }
        there.remove("/web/" + SOURCES.relativize(UPLOT.resolve("LICENSE")));
        there.remove("/web/index.html");
        there.add("/");
        assertEquals(there, new TreeSet<>(WebPage.files().keySet()));
    }

    /// Or a name that is mistyped would be seen by the first who opens the page.
    @Test
    void all_that_the_page_asks_for_is_there_and_all_that_is_there_is_asked_for() {
        Set<String> asked = new TreeSet<>(Set.of("/"));
        for (Supplier<Page> file : WebPage.files().values()) {
            Matcher found = ASKED_FOR.matcher(text(file.get()));
            while (found.find()) {
                asked.add("/web/" + found.group(1));
            }
        }
        assertEquals(new TreeSet<>(WebPage.files().keySet()), asked);
    }

    /// Checksums of the files in npm's package `uplot` 1.6.32. A newer version gets a folder of its
    /// own name, and new checksums.
    @ParameterizedTest
    @CsvSource({
        "uPlot.iife.min.js, 19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f",
        "uPlot.min.css, df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04",
        "LICENSE, 8f989229699b4fe2f1a0432d0e9edc338a8a911e250e2d1b01ecd770a5f5b1bd"
    })
    void what_others_have_made_is_as_they_have_made_it(String name, String checksum)
            throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] bytes = Files.readAllBytes(UPLOT.resolve(name));
        assertEquals(checksum, HexFormat.of().formatHex(sha256.digest(bytes)));
    }

    @Test
    void who_made_it_and_under_which_licence_is_told_in_the_package_and_in_the_readme()
            throws IOException {
        String licence = Files.readString(UPLOT.resolve("LICENSE"));
        assertTrue(licence.startsWith("The MIT License (MIT)"), licence);
        String copyright = Files.readString(Path.of("packaging/copyright"));
        assertTrue(
                copyright.matches("(?s).*\\n  uPlot +2022 Leon Sorokin +MIT License\\n.*"),
                copyright);
        assertTrue(Files.readString(Path.of("README.md")).contains("| uPlot | 1.6.32 |"));
    }

    @Test
    void a_browser_is_told_what_each_file_is() {
        assertEquals("text/html; charset=utf-8", type("/"));
        assertEquals("text/javascript; charset=utf-8", type("/web/main.js"));
        assertEquals("text/css; charset=utf-8", type("/web/page.css"));
    }

    private static String type(String path) {
        return Objects.requireNonNull(WebPage.files().get(path)).get().contentType();
    }

    @Test
    void the_whole_page_is_small() {
        int bytes =
                WebPage.files().values().stream().mapToInt(file -> file.get().body().length).sum();
        assertTrue(bytes < MOST_BYTES, "the page has %d bytes".formatted(bytes));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void a_file_is_short_and_makes_no_markup_of_text(Path file) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.lines().count() < LONGEST_FILE, file + " is too long");
        for (String forbidden :
                List.of(
                        "innerHTML",
                        "outerHTML",
                        "insertAdjacentHTML",
                        "document.write",
                        "eval(")) {
            assertTrue(!text.contains(forbidden), file + " has " + forbidden);
        }
    }

    /// The content security policy of the server would make them void, and nobody might notice.
    @Test
    void there_is_no_script_and_no_style_within_the_markup() throws IOException {
        String markup = Files.readString(SOURCES.resolve("index.html"));
        for (String inline : List.of("<style", "style=", "<script>", " onclick", " onload")) {
            assertTrue(!markup.contains(inline), inline);
        }
    }
}
