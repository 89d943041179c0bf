package dev.sentinel.view.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sentinel.view.Page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final int MOST_BYTES = 150_000;
    private static final int LONGEST_FILE = 250;
    private static final Pattern ASKED_FOR =
            Pattern.compile("(?:src|rel=\"stylesheet\" href|from)[= ]\"(?:web/|\\./)([^\"]+)\"");

    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.sorted().toList();
        }
    }

    private static String text(Page page) {
        return new String(page.body(), UTF_8);
    }

    @Test
    void every_file_of_the_page_is_served_and_nothing_else() throws IOException {
        Set<String> there = new TreeSet<>();
        for (Path file : sources()) {
            String name = file.getFileName().toString();
            there.add(name.equals("index.html") ? "/" : "/web/" + name);
        }
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
