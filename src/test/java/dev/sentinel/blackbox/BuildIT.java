package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What the build makes.
class BuildIT {

    private static final Duration A_BUILD = Duration.ofMinutes(3);

    /// From what the build of the container image gets to see. Not offline, or there would be no
    /// list of what is inside.
    private static final String COPY_AND_BUILD =
            """
            tar -cf - $(sed -n 's/^!//p' .dockerignore) | tar -xf - -C "$ELSEWHERE" && cd "$ELSEWHERE" &&
            mvn -q -B package -Dmaven.test.skip=true -Dexec.skip=true &&
            mkdir -p target/bundle/lib &&
            "$JAVA" packaging/RuntimeJar.java target/sentinel.jar target/bundle/lib/sentinel.jar
            """;

    @Test
    void two_builds_give_the_same_bytes(@TempDir Path elsewhere) throws Exception {
        Needs.tools("mvn", "git");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Program.Result build =
                Program.run(
                        A_BUILD,
                        Map.of("ELSEWHERE", elsewhere.toString(), "JAVA", java),
                        List.of("sh", "-c", COPY_AND_BUILD));
        assertEquals(0, build.code(), build.out() + build.err());
        for (String file :
                List.of("sentinel.jar", "sentinel.cdx.json", "bundle/lib/sentinel.jar")) {
            Path here = Path.of("target", file);
            assertEquals(-1, Files.mismatch(here, elsewhere.resolve(here)), file);
        }
    }

    @Test
    void the_one_file_is_the_stub_and_an_archive_that_it_knows_by_checksum(@TempDir Path directory)
            throws Exception {
        List<String> stub = Files.readAllLines(Path.of("packaging/stub"));
        String firstLine = Integer.toString(stub.size() + 1);
        Path archive = directory.resolve("archive");
        Program.output(
                "sh", "-c", "tail -n +%s %s >%s".formatted(firstLine, Guard.BINARY, archive));
        String head =
                Program.output(
                        "head", "-n", Integer.toString(stub.size()), Guard.BINARY.toString());
        String id = Program.output("sha256sum", archive.toString()).substring(0, 64);
        String expected = String.join("\n", stub) + "\n";
        assertEquals(expected.replace("@ID@", id).replace("@FIRST_LINE@", firstLine), head);
    }

    @Test
    void the_leaker_runs_on_java_17() throws Exception {
        Needs.tools("javap");
        String text =
                Program.output(
                        "javap",
                        "-v",
                        "-cp",
                        Guard.LEAKER.toString(),
                        "dev.sentinel.leaker.Leaker");
        assertTrue(Pattern.compile("major version: 61\\b").matcher(text).find(), text);
    }

    @Test
    void the_readme_shows_every_option() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String help = Guard.run("--help").out();
        Pattern.compile("--[a-z]+(-[a-z]+)*")
                .matcher(help.substring(help.indexOf("Options:"), help.indexOf("Every option")))
                .results()
                .map(found -> found.group())
                .filter(option ->
                        !List.of("--quiet", "--verbose", "--output", "--help", "--version")
                                .contains(option))
                .forEach(option ->
                        assertTrue(readme.contains(option), "the README lacks " + option));
    }
}
