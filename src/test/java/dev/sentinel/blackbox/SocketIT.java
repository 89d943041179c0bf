package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The control socket, asked with the real nc.
class SocketIT {

    @TempDir Path directory;

    @BeforeAll
    static void needs_nc() {
        Needs.tools("nc");
    }

    @Test
    void status_is_a_line_that_a_person_reads() throws Exception {
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning()) {
            String line = guard.ask("status");
            assertTrue(
                    line.matches(
                            "napper RUNNING pid \\d+ rss \\d+\\.\\d [KM]iB of 512\\.0 MiB \\(\\d+ %\\)"
                                    + " peak \\d+\\.\\d [KM]iB processes 1 up 00:00:\\d\\d held by \\w+ seen by poll of statm\n"),
                    line);
        }
    }

    @Test
    void json_status_is_for_programs() throws Exception {
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning()) {
            String json = guard.ask("json status");
            assertTrue(json.startsWith("{\"at\":\"20"), json);
            assertTrue(json.contains(",\"sentinel\":{\"version\":\"0."), json);
            assertTrue(
                    json.contains(
                            "\"name\":\"napper\",\"command\":\"sleep\",\"state\":\"RUNNING\",\"pid\":"),
                    json);
            assertTrue(json.endsWith("}\n"), json);
        }
    }

    @Test
    void stop_answers_when_it_is_done() throws Exception {
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning()) {
            String answer = guard.ask("stop napper");
            assertTrue(
                    answer.matches(
                            "OK napper: stop asked for at the socket by uid \\d+, pid \\d+; SIGTERM, ended after 0\\.\\d\\d s\n"),
                    answer);
            assertEquals(143, guard.await().code());
            assertFalse(Files.exists(guard.socket()), "the socket is left behind");
        }
    }

    @Test
    void what_it_does_not_know_is_said_in_one_line() throws Exception {
        try (Guard guard = Guard.start("--name", "napper", "sleep", "60").awaitRunning()) {
            assertEquals(
                    "ERR unknown-verb there is no 'run:'; 'help' lists what can be asked\n",
                    guard.ask("run: rm -rf /"));
            assertEquals(
                    "ERR unknown-target no target is called 'x'; there are: napper\n",
                    guard.ask("stop x"));
            assertTrue(guard.ask("help").startsWith("status "));
            assertTrue(guard.ask("version").startsWith("sentinel 0."));
        }
    }

    @Test
    void only_its_owner_may_use_it() throws Exception {
        try (Guard guard = Guard.start("sleep", "60").awaitRunning()) {
            String mode =
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(guard.socket()));
            assertEquals("rw-------", mode);
        }
    }

    @Test
    void silent_clients_delay_nobody() throws Exception {
        List<Program> silent = new ArrayList<>();
        try (Guard guard = Guard.start("sleep", "60").awaitRunning()) {
            for (int client = 0; client < 20; client++) {
                List<String> words = List.of("nc", "-dU", guard.socket().toString());
                silent.add(Program.start(Guard.ENVIRONMENT, words));
            }
            long before = System.nanoTime();
            assertTrue(guard.ask("status").contains(" RUNNING "));
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, "answered after " + took);
            for (Program client : silent) {
                client.await(Duration.ofSeconds(8));
            }
        } finally {
            for (Program client : silent) {
                client.close();
            }
        }
    }

    @Test
    void a_line_without_end_is_cut_off() throws Exception {
        try (Guard guard = Guard.start("sleep", "60").awaitRunning()) {
            String answer =
                    Program.output(
                            "sh",
                            "-c",
                            "head -c 100000 /dev/zero | tr '\\0' x | nc -U " + guard.socket());
            assertTrue(answer.isEmpty() || answer.startsWith("ERR too-long"), answer);
            assertTrue(guard.ask("status").contains(" RUNNING "));
        }
    }

    private static Program.Result runAt(Path socket) throws Exception {
        return Guard.run("--no-metrics", "--socket", socket.toString(), "echo", "started");
    }

    private void assertRefused(Path socket, String because) throws Exception {
        Program.Result result = runAt(socket);
        assertEquals(125, result.code());
        assertEquals("", result.out(), "the command was started");
        assertEquals(
                "sentinel: %s %s; choose another path for the socket\n".formatted(socket, because),
                result.err());
    }

    @Test
    void a_file_at_the_path_is_left_as_it_is() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "precious");
        assertRefused(file, "exists and is not a socket; it is left alone");
        assertEquals("precious", Files.readString(file));
    }

    @Test
    void a_link_or_a_directory_at_the_path_is_left_as_it_is() throws Exception {
        Path aim = Files.writeString(directory.resolve("aim"), "precious");
        Path link = Files.createSymbolicLink(directory.resolve("link"), aim);
        assertRefused(link, "exists and is not a socket; it is left alone");
        assertTrue(Files.isSymbolicLink(link));
        assertRefused(directory, "exists and is not a socket; it is left alone");
    }

    @Test
    void a_pipe_at_the_path_is_left_as_it_is() throws Exception {
        Path pipe = directory.resolve("pipe");
        Program.output("mkfifo", pipe.toString());
        assertRefused(pipe, "exists and is not a socket; it is left alone");
        assertEquals("fifo", Program.output("stat", "-c", "%F", pipe.toString()).strip());
    }

    @Test
    void a_socket_of_another_user_is_left_as_it_is() throws Exception {
        Needs.that(Program.output("id", "-u").strip().equals("0"), "root");
        Path socket = leftOver();
        Program.output("chown", "65534", socket.toString());
        assertRefused(socket, "belongs to the user with number 65534");
        assertEquals(
                "65534 socket", Program.output("stat", "-c", "%u %F", socket.toString()).strip());
    }

    /// A socket that nobody listens at.
    private Path leftOver() throws Exception {
        Path socket = directory.resolve("socket");
        String bindAndLeave =
                "import socket,sys; s=socket.socket(socket.AF_UNIX); s.bind(sys.argv[1])";
        Needs.tools("python3");
        Program.output("python3", "-c", bindAndLeave, socket.toString());
        assertTrue(Files.exists(socket));
        return socket;
    }

    @Test
    void a_directory_that_is_not_there_is_named() throws Exception {
        Program.Result result = runAt(directory.resolve("absent/socket"));
        assertEquals(125, result.code());
        assertEquals(
                "sentinel: there is no directory %s/absent; choose another path for the socket\n"
                        .formatted(directory),
                result.err());
    }

    @Test
    void a_socket_that_nobody_listens_at_is_replaced() throws Exception {
        Path socket = leftOver();
        assertEquals(0, runAt(socket).code());
        assertFalse(Files.exists(socket));
        try (var left = Files.list(directory)) {
            assertEquals(List.of(), left.toList(), "something is left behind");
        }
    }

    @Test
    void a_live_sentinel_at_an_explicit_path_is_respected() throws Exception {
        try (Guard guard = Guard.start("sleep", "60").awaitRunning()) {
            Program.Result second = runAt(guard.socket());
            assertEquals(125, second.code());
            assertTrue(second.err().contains("another Sentinel answers at"), second.err());
            assertTrue(guard.ask("status").contains(" RUNNING "), "the first one still answers");
        }
    }

    @Test
    void a_second_sentinel_at_the_default_path_takes_another_and_says_so() throws Exception {
        List<String> words =
                List.of(Guard.BINARY.toString(), "--no-tui", "--no-metrics", "sleep", "60");
        Pattern warning =
                Pattern.compile(
                        "sentinel: warning: .*/tmp/sentinel\\.socket; the socket is (/tmp/sentinel-\\d+\\.socket)");
        try (Program first = Program.start(Guard.ENVIRONMENT, words)) {
            Eventually.isTrue(
                    Guard.SOON,
                    "the default socket",
                    () -> Files.exists(Path.of("/tmp/sentinel.socket")));
            try (Program second = Program.start(Guard.ENVIRONMENT, words)) {
                Matcher told =
                        Eventually.get(
                                Guard.SOON,
                                "a warning",
                                () -> warning.matcher(second.err()),
                                Matcher::find);
                Eventually.get(
                        Guard.SOON,
                        "an answer there",
                        () -> Program.output("sh", "-c", "echo status | nc -U " + told.group(1)),
                        answer -> answer.startsWith("sleep RUNNING "));
                second.signal("TERM");
                second.await(Guard.SOON);
            }
            first.signal("TERM");
            first.await(Guard.SOON);
        }
    }
}
