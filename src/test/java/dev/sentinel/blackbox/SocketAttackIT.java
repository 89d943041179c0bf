package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Clients that behave badly harm neither the guard nor each other.
class SocketAttackIT {

    /// Two cores that others use too may keep any process waiting for that long.
    private static final Duration LOADED_MACHINE = Duration.ofSeconds(1);

    /// A conversation has five seconds, and is looked at twice a second.
    private static final Duration PATIENCE = Duration.ofSeconds(7);

    private static final long MORE_MEMORY = 5 << 20;

    @BeforeAll
    static void needs_nc() {
        Needs.tools("nc");
    }

    @Test
    void fifty_silent_clients_are_sent_away_and_nobody_waits_for_them() throws Exception {
        try (Guard guard = Guard.start("sleep", "60").awaitRunning()) {
            List<SocketClient> silent = new ArrayList<>();
            for (int client = 0; client < 50; client++) {
                silent.add(SocketClient.at(guard.socket()));
            }
            Duration took = SocketClient.timeOf(guard.socket(), "status");
            assertTrue(took.compareTo(LOADED_MACHINE) < 0, "answered after " + took);
            long before = System.nanoTime();
            for (SocketClient client : silent) {
                assertEquals("", client.hear());
                client.close();
            }
            Duration all = Duration.ofNanos(System.nanoTime() - before);
            assertTrue(all.compareTo(PATIENCE) < 0, "sent away after " + all);
        }
    }

    @Test
    void random_bytes_are_refused_in_a_line_each() throws Exception {
        long seed = System.nanoTime();
        System.out.println("random lines from seed " + seed);
        Random random = new Random(seed);
        try (Guard guard = Guard.start("sleep", "60").awaitRunning()) {
            send(guard, random, 2_000);
            long before = Memory.anonymous(guard.program().pid());
            send(guard, random, 8_000);
            long more = Memory.anonymous(guard.program().pid()) - before;
            assertTrue(more < MORE_MEMORY, "%d bytes more, seed %d".formatted(more, seed));
            assertTrue(guard.ask("status").contains(" RUNNING "));
            assertEquals(
                    "",
                    guard.program()
                            .err()
                            .lines()
                            .filter(line -> line.contains("fault"))
                            .findAny()
                            .orElse(""));
        }
    }

    private static void send(Guard guard, Random random, int lines) throws IOException {
        for (int line = 0; line < lines; line++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            try (SocketClient client = SocketClient.at(guard.socket())) {
                client.say(bytes).channel().shutdownOutput();
                String answer = client.hear();
                assertTrue(answer.startsWith("ERR "), answer);
                assertTrue(
                        answer.chars().allMatch(letter -> letter == '\n' || letter >= ' '), answer);
            }
        }
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_not_read() throws Exception {
        try (Guard guard = Guard.start("sleep", "60").awaitRunning()) {
            guard.ask("status");
            long before = Memory.anonymous(guard.program().pid());
            Program.output(
                    "sh",
                    "-c",
                    "head -c 100000000 /dev/zero | tr '\\0' x | nc -U " + guard.socket());
            long more = Memory.anonymous(guard.program().pid()) - before;
            assertTrue(more < MORE_MEMORY, more + " bytes more");
            assertTrue(guard.ask("status").contains(" RUNNING "));
        }
    }

    @Test
    void who_never_reads_is_dropped_and_others_do_not_wait() throws Exception {
        try (Guard guard = Guard.start("--copies", "150", "-m", "0", "sleep", "60")) {
            Eventually.isTrue(
                    Duration.ofSeconds(60),
                    "all to run",
                    () ->
                            Files.exists(guard.socket())
                                    && guard.ask("status")
                                                    .lines()
                                                    .filter(l -> l.contains(" RUNNING "))
                                                    .count()
                                            == 150);
            List<SocketClient> deaf = new ArrayList<>();
            for (int client = 0; client < 20; client++) {
                // Larger than what the kernel takes in for them.
                deaf.add(SocketClient.at(guard.socket()).say("metrics"));
            }
            Duration took = SocketClient.timeOf(guard.socket(), "status");
            assertTrue(took.compareTo(LOADED_MACHINE) < 0, "answered after " + took);
            for (SocketClient client : deaf) {
                Eventually.isTrue(PATIENCE, "it to be dropped", client::isDropped);
                client.close();
            }
            guard.program().signal("TERM");
            guard.program().await(Duration.ofSeconds(60));
        }
    }

    @Test
    void a_deleted_socket_is_there_again() throws Exception {
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning()) {
            Files.delete(guard.socket());
            Eventually.isTrue(
                    Duration.ofSeconds(10),
                    "the socket again",
                    () ->
                            Files.exists(guard.socket())
                                    && guard.ask("status").contains(" RUNNING "));
            assertEquals(
                    "rw-------",
                    java.nio.file.attribute.PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(guard.socket())));
            assertTrue(guard.program().err().contains("was deleted, and is there again"));
            guard.ask("stop");
            guard.await();
            assertTrue(Files.notExists(guard.socket()), "it is left behind");
        }
    }

    @Test
    void what_stands_in_place_of_a_deleted_socket_is_left_alone() throws Exception {
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning()) {
            Files.delete(guard.socket());
            Files.writeString(guard.socket(), "precious");
            FileTime written = Files.getLastModifiedTime(guard.socket());
            Eventually.isTrue(
                    Duration.ofSeconds(10),
                    "a warning",
                    () -> guard.program().err().contains("cannot be made again"));
            guard.program().signal("TERM");
            guard.await();
            assertEquals("precious", Files.readString(guard.socket()));
            assertEquals(written, Files.getLastModifiedTime(guard.socket()));
        }
    }
}
