package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonParser;

import dev.sentinel.view.terminal.Key;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// What Sentinel tells about itself, and when it does not.
@SideBySide
class SelfDescriptionIT {

    @Test
    void the_man_page_is_typeset_without_a_warning(@TempDir Path directory) throws Exception {
        Needs.tools("groff");
        Program.Result man = Guard.run("man");
        assertEquals(0, man.code(), man.err());
        Path source = Files.writeString(directory.resolve("sentinel.1"), man.out());
        String[] words = {"groff", "-man", "-Tascii", "-P-c", "-P-b", "-P-u", "-rHY=0", "-ww"};
        Program.Result page =
                Program.run(
                        Guard.SOON, Map.of(), List.of(Guard.words(List.of(words), "" + source)));
        assertEquals("", page.err());
        assertTrue(page.out().contains("-m, --memory, --limit SIZE"), page.out());
        assertTrue(page.out().contains("~/.cache/sentinel"), page.out());
        assertKeys(page.out());
        assertTrue(page.out().contains("eval \"$(sentinel completion bash)\""), page.out());
        String filter = "\\, F4";
        assertFalse(page.out().replace(filter, "").contains("\\"), page.out());
    }

    /// Every key with what it does, wherever lines end.
    private static void assertKeys(String page) {
        String keys = page.substring(page.indexOf("\nKEYS"), page.indexOf("\nSIGNALS"));
        List<String> words = List.of(keys.split("\\s+"));
        for (Key key : Key.values()) {
            List<String> entry = List.of((key.presses() + " " + key.text()).split("\\s+"));
            assertTrue(Collections.indexOfSubList(words, entry) >= 0, entry + " is not in" + keys);
        }
    }

    @Test
    void the_version_is_for_people_or_for_programs() throws Exception {
        Program.Result text = Guard.run("version");
        assertEquals(Guard.run("--version").out(), text.out());
        Program.Result json = Guard.run("version", "-o", "json");
        assertEquals(0, json.code());
        String version = JsonParser.object().from(json.out()).getString("version");
        assertTrue(text.out().startsWith("sentinel " + version + " ("), text.out());
    }

    @Test
    void the_doctor_tells_what_there_is() throws Exception {
        Program.Result doctor = Guard.run("doctor");
        assertEquals(0, doctor.code(), doctor.err());
        assertTrue(doctor.out().contains("pidfd      yes  a signal never hits"), doctor.out());
        assertTrue(doctor.out().contains("subreaper  yes "), doctor.out());
        assertTrue(doctor.out().lines().findFirst().orElse("").startsWith("cgroup "));
    }

    @Test
    void without_a_cgroup_the_doctor_says_what_to_do() throws Exception {
        Needs.mountNamespace();
        Program.Result doctor =
                Program.shell(
                        Guard.SOON,
                        Guard.ENVIRONMENT,
                        "unshare -m sh -c 'mount -t tmpfs none /sys/fs/cgroup && %s doctor'"
                                .formatted(Guard.BINARY));
        assertTrue(doctor.out().startsWith("cgroup     no   cannot make /sys/fs/cgroup"));
        assertTrue(doctor.out().contains("systemd-run --user --scope"), doctor.out());
    }

    @Test
    void help_can_be_asked_for_in_two_ways() throws Exception {
        assertEquals(Guard.run("--help").out(), Guard.run("help").out());
    }

    @Test
    void a_question_that_cannot_be_answered_is_a_usage_error() throws Exception {
        Program.Result result = Guard.run("completion", "tcsh");
        assertEquals(125, result.code());
        assertEquals("", result.out());
        assertEquals(
                "sentinel: there is no completion for 'tcsh'; write bash, zsh or fish\n",
                result.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- man",
                "run -- man",
                "run man",
                "-q man",
                "-q -- man",
                "-- stop",
                "run status"
            })
    void a_program_may_have_the_name_of_a_subcommand(String line, @TempDir Path directory)
            throws Exception {
        String name = line.substring(line.lastIndexOf(' ') + 1);
        Path program = Files.writeString(directory.resolve(name), "#!/bin/sh\necho guarded\n");
        assertTrue(program.toFile().setExecutable(true));
        Map<String, String> environment =
                Map.of(
                        "PATH", directory + ":" + System.getenv("PATH"),
                        "SENTINEL_NO_SOCKET", "true",
                        "SENTINEL_NO_METRICS", "true");
        assertEquals("guarded\n", Guard.run(environment, line.split(" ")).out());
    }
}
