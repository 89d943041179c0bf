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

    private static final String COPY_AND_BUILD =
            """
            tar -cf - --exclude=./target . | tar -xf - -C "$ELSEWHERE" && cd "$ELSEWHERE" &&
            mvn -q -B -o package -Dmaven.test.skip=true -Dexec.skip=true
            """;

    @Test
    void two_builds_give_the_same_jar(@TempDir Path elsewhere) throws Exception {
        Needs.tools("mvn", "git");
        Program.Result build =
                Program.run(
                        A_BUILD,
                        Map.of("ELSEWHERE", elsewhere.toString()),
                        List.of("sh", "-c", COPY_AND_BUILD));
        assertEquals(0, build.code(), build.out() + build.err());
        assertEquals(
                checksum(Path.of("target/sentinel.jar")),
                checksum(elsewhere.resolve("target/sentinel.jar")));
    }

    private static String checksum(Path file) throws Exception {
        return Program.output("sha256sum", file.toString()).substring(0, 64);
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
