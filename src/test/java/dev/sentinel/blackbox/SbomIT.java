package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The list of what is inside: a software bill of materials.
class SbomIT {

    private static final Path LIST = Path.of("target/sentinel.cdx.json");
    private static final Pattern SAYS_WHO_IT_IS =
            Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    @Test
    void it_lists_every_library_in_the_jar_and_nothing_else() throws Exception {
        assertEquals(inside(), listed());
    }

    @Test
    void it_is_about_this_sentinel() throws Exception {
        JsonObject about = list().getObject("metadata").getObject("component");
        assertEquals("dev.sentinel:sentinel", name(about));
        String version = Guard.run("--version").out();
        assertTrue(version.startsWith("sentinel " + about.getString("version") + " "), version);
    }

    @Test
    void it_says_nothing_that_another_build_would_not() throws Exception {
        assertNull(list().getString("serialNumber"));
        assertNull(list().getObject("metadata").getString("timestamp"));
    }

    @Test
    void the_bundle_has_it_too() throws Exception {
        assertEquals(-1, Files.mismatch(LIST, Path.of("target/bundle/lib/sentinel.cdx.json")));
    }

    private static JsonObject list() throws Exception {
        JsonObject list = JsonParser.object().from(Files.readString(LIST));
        assertEquals("CycloneDX", list.getString("bomFormat"));
        return list;
    }

    private static SortedSet<String> listed() throws Exception {
        SortedSet<String> found = new TreeSet<>();
        for (Object component : list().getArray("components")) {
            JsonObject library = (JsonObject) component;
            found.add(name(library) + ":" + library.getString("version"));
        }
        return found;
    }

    private static String name(JsonObject component) {
        return component.getString("group") + ":" + component.getString("name");
    }

    /// As the libraries themselves say; the two that do not are known otherwise.
    private static SortedSet<String> inside() throws IOException {
        SortedSet<String> found = new TreeSet<>();
        try (ZipFile jar = new ZipFile("target/sentinel.jar")) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (SAYS_WHO_IT_IS.matcher(entry.getName()).matches()) {
                    found.add(coordinates(jar, entry));
                }
            }
        }
        assertTrue(
                found.removeIf(library -> library.startsWith("dev.sentinel:")), found.toString());
        found.add("info.picocli:picocli:" + CommandLine.VERSION);
        found.add("org.jspecify:jspecify:" + inTheReadme("JSpecify"));
        return found;
    }

    private static String coordinates(ZipFile jar, ZipEntry entry) throws IOException {
        Properties properties = new Properties();
        try (InputStream text = jar.getInputStream(entry)) {
            properties.load(text);
        }
        return "%s:%s:%s"
                .formatted(
                        properties.getProperty("groupId"),
                        properties.getProperty("artifactId"),
                        properties.getProperty("version"));
    }

    private static String inTheReadme(String library) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        return Pattern.compile("\\| %s \\| ([0-9.]+) \\|".formatted(library))
                .matcher(readme)
                .results()
                .map((MatchResult row) -> row.group(1))
                .findFirst()
                .orElseThrow();
    }
}
