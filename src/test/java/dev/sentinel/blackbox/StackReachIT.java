package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the services reach and who reaches them, when they are started with the words of
/// docker-compose.yml on a network that belongs to them and the test alone.
@SideBySide
class StackReachIT {

    /// Prometheus takes up to ten seconds from its start to its first scrape.
    private static final Duration SOON = Duration.ofSeconds(25);

    private static final String WITH_LOOPBACK = "ip link set lo up && exec \"$@\"";

    @TempDir private Path directory;

    @BeforeEach
    void haveNetworks() throws Exception {
        Needs.networkNamespace();
        Needs.tools("nsenter", "ss");
    }

    @Test
    void a_guard_with_no_option_is_found_by_prometheus_and_nobody_else() throws Exception {
        Needs.tools("prometheus");
        Path shipped = Path.of("prometheus.yml").toAbsolutePath();
        try (Program prometheus = start("prometheus", "prometheus", shipped);
                Program _ =
                        Program.start(
                                Guard.ENVIRONMENT,
                                beside(
                                        prometheus,
                                        Guard.BINARY.toString(),
                                        "--no-socket",
                                        "sleep",
                                        "60"))) {
            String question = "http://127.0.0.1:9090/api/v1/query?query=sentinel_target_up";
            String answer =
                    Eventually.get(
                            SOON,
                            "a scrape",
                            () -> ask(prometheus, "curl", "-sS", question),
                            text -> text.contains("\"job\":\"sentinel\""));
            assertTrue(answer.contains("\"name\":\"sleep\""), answer);
            assertEquals(List.of("127.0.0.1:8000", "127.0.0.1:9090"), listeners(prometheus));
        }
    }

    @Test
    void alertmanager_is_there_for_this_machine_alone() throws Exception {
        Needs.tools("prometheus-alertmanager");
        Path least =
                Files.writeString(
                        directory.resolve("alertmanager.yml"),
                        "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        try (Program alertmanager = start("alertmanager", "prometheus-alertmanager", least)) {
            Eventually.isTrue(
                    SOON,
                    "readiness",
                    () -> ask(alertmanager, "curl", "-sS", "127.0.0.1:9093/-/ready").equals("OK"));
            assertEquals(List.of("127.0.0.1:9093"), listeners(alertmanager));
        }
    }

    /// Starts a service as it is started in its container, with the machine's own program and
    /// files.
    private Program start(String service, String program, Path configuration) throws Exception {
        List<String> words = new ArrayList<>(List.of("unshare", "-n", "sh", "-c", WITH_LOOPBACK));
        words.addAll(List.of("sh", program));
        for (String word : ComposeFile.words(ComposeFile.service(service).getArray("command"))) {
            words.add(
                    word.replaceFirst("^--config.file=.*", "--config.file=" + configuration)
                            .replaceFirst("path=/.*", "path=" + directory.resolve("data")));
        }
        return Program.start(Map.of(), words);
    }

    /// The words that run a command on the network of a program.
    private static List<String> beside(Program program, String... command) {
        return List.of(Guard.words(List.of("nsenter", "-t", "" + program.pid(), "--net"), command));
    }

    private static String ask(Program program, String... command) throws Exception {
        return Program.output(beside(program, command).toArray(String[]::new));
    }

    /// Who waits there for somebody to come, over TCP or UDP.
    private static List<String> listeners(Program program) throws Exception {
        return ask(program, "ss", "-Hltun")
                .lines()
                .map(line -> line.split("\\s+", -1)[4])
                // As Java has it: a socket for both versions of IP, at an address of the older one.
                .map(address -> address.replace("[::ffff:127.0.0.1]", "127.0.0.1"))
                .sorted()
                .toList();
    }
}
