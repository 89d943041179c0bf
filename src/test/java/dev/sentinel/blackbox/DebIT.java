package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Debian package, made as the README says and unpacked somewhere, for only root can install
/// it.
@SideBySide
class DebIT {

    private static final Duration A_WHILE = Duration.ofMinutes(2);
    private static final Pattern MADE = Pattern.compile("in '(target/sentinel_\\S+\\.deb)'");

    @TempDir static Path root;
    private static String deb = "";

    @BeforeAll
    static void makeAndUnpackIt() throws Exception {
        Needs.tools("dpkg", "dpkg-deb");
        deb = made();
        succeed("dpkg-deb", "-x", deb, root.toString());
    }

    private static String made() throws Exception {
        Matcher said = MADE.matcher(succeed("sh", "packaging/deb", "target"));
        assertTrue(said.find());
        return said.group(1);
    }

    private static String succeed(String... command) throws Exception {
        Program.Result result = Program.run(A_WHILE, Map.of(), List.of(command));
        assertEquals(0, result.code(), result.out() + result.err());
        return result.out();
    }

    @Test
    void it_puts_its_files_where_debian_has_them() throws Exception {
        String files = succeed("dpkg-deb", "-c", deb);
        for (String file :
                List.of(
                        "bin/sentinel -> ../lib/sentinel/bin/sentinel",
                        "lib/sentinel/bin/sentinel",
                        "lib/sentinel/lib/sentinel.jar",
                        "lib/sentinel/lib/sentinel.cdx.json",
                        "lib/sentinel/runtime/bin/java",
                        "share/man/man1/sentinel.1.gz",
                        "share/bash-completion/completions/sentinel",
                        "share/zsh/vendor-completions/_sentinel",
                        "share/fish/vendor_completions.d/sentinel.fish",
                        "share/doc/sentinel/copyright",
                        "share/doc/sentinel/changelog.gz")) {
            assertTrue(files.contains(" ./usr/" + file + "\n"), file + " is not in\n" + files);
        }
        files.lines().forEach(file -> assertTrue(file.contains(" root/root "), file));
        files.lines().forEach(file -> assertTrue(file.contains(" ./"), file));
    }

    @Test
    void it_says_what_it_is_and_needs() throws Exception {
        String fields = succeed("dpkg-deb", "-f", deb, "Package", "Version", "Depends");
        String version = List.of(Guard.run("--version").out().split(" ")).get(1);
        assertEquals(
                List.of("Package: sentinel", "Version: " + version, "Depends: libc6 (>= 2.17)"),
                fields.lines().toList());
    }

    @Test
    void what_it_installs_guards_a_command() throws Exception {
        String sentinel = root.resolve("usr/bin/sentinel").toString();
        assertEquals(Guard.run("--version").out(), succeed(sentinel, "--version"));
        assertEquals(
                "guarded\n",
                succeed(
                        sentinel,
                        "--no-tui",
                        "--no-socket",
                        "--no-metrics",
                        "--",
                        "echo",
                        "guarded"));
    }

    @Test
    void its_archives_of_classes_are_accepted() throws Exception {
        Path log = root.resolve("classes.log");
        List<String> command = whatItStarts();
        // Where an archive cannot be used that is an error now.
        int place = command.indexOf("-cp");
        command.addAll(place, List.of("-Xshare:on", "-Xlog:class+load:file=" + log));
        // The watchdog is gone, and so is its pipe.
        command.removeIf(word -> word.startsWith("-Dsentinel.watchdog"));
        succeed(command.toArray(String[]::new));
        List<String> ours =
                Files.readAllLines(log).stream()
                        .filter(line -> line.contains(" dev.sentinel."))
                        .toList();
        assertTrue(ours.stream().anyMatch(line -> line.endsWith(" file")), "start.aot");
        assertTrue(ours.stream().anyMatch(line -> line.endsWith(" file (top)")), "rest.jsa");
    }

    /// The words of the process that it becomes, told by the command, whose parent that is.
    private static List<String> whatItStarts() throws Exception {
        String tell = "tr '\\0' '\\n' </proc/$PPID/cmdline";
        String sentinel = root.resolve("usr/bin/sentinel").toString();
        String words =
                succeed(sentinel, "--no-tui", "--no-socket", "--metrics", "0", "sh", "-c", tell);
        return new ArrayList<>(words.lines().toList());
    }

    @Test
    void the_manual_page_and_the_completions_are_those_that_it_writes() throws Exception {
        Path share = root.resolve("usr/share");
        String page = succeed("gzip", "-dc", share.resolve("man/man1/sentinel.1.gz").toString());
        assertTrue(page.contains(".TH "), page);
        assertEquals(Guard.run("man").out(), page);
        assertCompletes("bash", share.resolve("bash-completion/completions/sentinel"));
        assertCompletes("zsh", share.resolve("zsh/vendor-completions/_sentinel"));
        assertCompletes("fish", share.resolve("fish/vendor_completions.d/sentinel.fish"));
    }

    private static void assertCompletes(String shell, Path file) throws Exception {
        String text = Files.readString(file);
        assertTrue(text.contains("sentinel"), text);
        assertEquals(Guard.run("completion", shell).out(), text);
    }

    @Test
    void two_packages_of_one_bundle_have_the_same_bytes(@TempDir Path directory) throws Exception {
        Path first = Files.copy(Path.of(deb), directory.resolve("first"));
        assertEquals(-1, Files.mismatch(first, Path.of(made())));
    }
}
