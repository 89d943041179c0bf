package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The guard of docker-compose.yml, started as that file says, without Docker.
@SideBySide
class ComposeIT {

    private static final String PROMPT = "/opt/demo$";

    private static ImageRoot image;
    private static JsonObject service;
    private static String user;

    @BeforeAll
    static void make(@TempDir Path directory) throws Exception {
        service = ComposeFile.service("sentinel");
        user = service.getString("user");
        image = ImageRoot.of(service.getObject("build").getString("target"), directory);
    }

    private static Container start(List<String> command) throws Exception {
        return Container.start(image, user, entered(command));
    }

    /// The entry point is taken away, for a shell to be had.
    private static List<String> entered(List<String> command) {
        assertEquals(List.of(), ComposeFile.words(service.getArray("entrypoint")));
        return command;
    }

    private static List<String> healthCheck() {
        List<String> words =
                new ArrayList<>(
                        ComposeFile.words(service.getObject("healthcheck").getArray("test")));
        assertEquals("CMD", words.removeFirst());
        return words;
    }

    @Test
    void the_demo_leaks_is_healthy_and_can_be_asked_from_outside() throws Exception {
        try (Container demo = start(ComposeFile.words(service.getArray("command")))) {
            Eventually.isTrue(
                    Guard.SOON,
                    "the leak",
                    () -> demo.program().out().contains("leaker: holding 20.0 MiB"));
            Eventually.isTrue(Guard.SOON, "health", () -> demo.execute(healthCheck()).code() == 0);
            demo.awaitSocket();
            String status = image.ask(1000, "status");
            assertTrue(status.startsWith("leaker RUNNING "), status);
            assertTrue(status.contains(" of 256.0 MiB "), status);
            assertEquals(1000, Files.getAttribute(image.socket(), "unix:uid"));
            assertEquals(0_600, (int) Files.getAttribute(image.socket(), "unix:mode") & 0_777);
            assertTrue(image.ask(1001, "status").contains("Permission denied"));
            assertEquals(
                    "OK leaker: limit 10.0 MiB, was 256.0 MiB\n",
                    image.ask(1000, "limit leaker 10M"));
            String events = image.ask(1000, "events");
            assertTrue(events.contains("asked for at the socket by uid 1000\n"), events);
            // It is deaf to SIGTERM, so what ends it comes 6 s later.
            Program.Result result = demo.await(Duration.ofSeconds(15));
            assertEquals(123, result.code(), result.err());
            assertTrue(result.out().contains("leaker: SIGTERM ignored"), result.out());
        }
    }

    @Test
    void without_sentinel_it_is_not_healthy() throws Exception {
        try (Container idle = start(List.of("sleep", "60"))) {
            Eventually.isTrue(Guard.SOON, "life", () -> idle.execute("true").code() == 0);
            assertNotEquals(0, idle.execute(healthCheck()).code());
        }
    }

    /// `docker-compose run --rm sentinel /bin/bash`, with a terminal.
    @Test
    void a_shell_in_it_starts_sentinel(@TempDir Path directory) throws Exception {
        List<String> words =
                Container.words(
                        image, user, List.of("setsid", "--ctty"), entered(List.of("/bin/bash")));
        Path script = Files.writeString(directory.resolve("run"), quoted(words));
        try (Terminal terminal = Terminal.open(100, 30)) {
            terminal.type("exec sh " + script);
            terminal.await("a prompt", screen -> screen.contains(PROMPT));
            terminal.type("sentinel java -jar leaker.jar --step 1M");
            terminal.await("the dashboard", screen -> screen.contains("/tmp/sentinel.socket"));
            String status =
                    Eventually.get(
                            Guard.SOON,
                            "the answer",
                            () -> image.ask(1000, "status"),
                            answer -> answer.contains("RUNNING"));
            assertTrue(status.startsWith("java RUNNING "), status);
            terminal.write("qy");
            terminal.await("the shell", ComposeIT::promptsAgain);
            terminal.type("echo ended with $?");
            terminal.await("how it ended", screen -> screen.contains("ended with 143"));
            terminal.type("exit");
            terminal.awaitEnd();
        }
    }

    private static boolean promptsAgain(String screen) {
        int first = screen.indexOf(PROMPT);
        return first >= 0 && screen.indexOf(PROMPT, first + 1) >= 0;
    }

    private static String quoted(List<String> words) {
        return String.join(
                " ", words.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
    }
}
