package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The image, made by the words of the Dockerfile without Docker, and run as strictly as can be.
/// Sentinel is the first process in there and has to do what nobody else does then.
@SideBySide
class ImageIT {

    private static ImageRoot image;

    @BeforeAll
    static void make(@TempDir Path directory) throws Exception {
        image = ImageRoot.of("sentinel", directory);
    }

    private static Container start(String... command) throws Exception {
        return Container.start(image, image.stage().user(), image.entered(command));
    }

    @Test
    void its_user_is_not_root_and_its_entry_point_is_sentinel() {
        assertEquals("10001:10001", image.stage().user());
        assertEquals(List.of("/opt/sentinel/bin/sentinel"), image.stage().entryPoint());
    }

    @Test
    void sentinel_is_the_first_process_and_all_that_it_may_write_to_is_tmp() throws Exception {
        String script =
                """
                readlink /proc/1/exe; id -u
                sed -n 's/^CapBnd:\\t//p; s/^NoNewPrivs:\\t//p' /proc/1/status
                touch /opt/sentinel/x || echo read-only
                """;
        try (Container container = start("sh", "-c", script)) {
            Program.Result result = container.await(Guard.SOON);
            assertEquals(
                    List.of(
                            "/opt/sentinel/runtime/bin/java",
                            "10001",
                            "0000000000000000",
                            "1",
                            "read-only"),
                    result.out().lines().toList());
            assertEquals(0, result.code(), result.err());
        }
    }

    @Test
    void the_commands_own_exit_code_is_the_containers() throws Exception {
        try (Container container = start("sh", "-c", "exit 7")) {
            Program.Result result = container.await(Guard.SOON);
            assertEquals(7, result.code(), result.err());
        }
    }

    @Test
    void a_leak_is_ended_at_its_limit() throws Exception {
        // Twice as much of what has no end, until there is no room.
        String leak = "x=12345678; while :; do x=$x$x; done";
        try (Container container = start("-m", "20M", "sh", "-c", leak)) {
            Program.Result result = container.await(Guard.SOON);
            assertEquals(123, result.code(), result.err());
        }
    }

    /// What `docker stop` sends.
    @Test
    void sigterm_goes_to_the_command_and_ends_the_container() throws Exception {
        String heeds = "trap 'echo heard; exit 0' TERM; echo ready; while :; do sleep 0.05; done";
        try (Container container = start("sh", "-c", heeds)) {
            Eventually.isTrue(
                    Guard.SOON, "ready", () -> container.program().out().contains("ready"));
            container.signal("TERM");
            Program.Result result = container.await(Guard.SOON);
            assertEquals(143, result.code(), result.err());
            assertEquals("ready\nheard\n", result.out());
        }
    }

    @Test
    void orphans_are_reaped() throws Exception {
        // Their parents are gone before they are, and nobody waits for them.
        String orphans = "for n in 1 2 3 4 5; do (sleep 0.1 &) ; done; echo born; exec sleep 60";
        try (Container container = start("sh", "-c", orphans)) {
            Eventually.isTrue(
                    Guard.SOON, "birth", () -> container.program().out().contains("born"));
            var _ =
                    Eventually.get(
                            Guard.SOON,
                            "one process called sleep, dead ones included",
                            () -> container.execute("sh", "-c", "cat /proc/[0-9]*/comm").out(),
                            names ->
                                    Stream.of(names.split("\n")).filter("sleep"::equals).count()
                                            == 1);
        }
    }

    @Test
    void it_answers_to_others_than_itself_and_leaves_nothing_behind() throws Exception {
        try (Container container = start("-v", "--name=napper", "sleep", "60")) {
            // Not the address that a Sentinel outside of containers has.
            String metrics =
                    Eventually.get(
                            Guard.SOON,
                            "metrics",
                            () -> container.get("http://127.0.0.2:8000/metrics"),
                            text -> text.contains("sentinel_target_up{name=\"napper\",} 1.0"));
            assertTrue(metrics.contains("sentinel_memory_usage_bytes"), metrics);
            container.awaitSocket();
            String status = image.ask(10001, "status");
            assertTrue(status.startsWith("napper RUNNING "), status);
            assertEquals("OK", image.ask(0, "stop").substring(0, 2));
            Program.Result result = container.await(Guard.SOON);
            assertEquals(143, result.code(), result.err());
        }
        try (Stream<Path> left = Files.list(image.tmp())) {
            assertEquals(List.of(), left.toList());
        }
    }
}
