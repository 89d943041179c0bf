package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Client commands where no Sentinel answers, or one that should not be trusted.
@SideBySide
class NoServerIT {

    @TempDir Path directory;

    private static Program.Result ask(Path socket, String... words) throws Exception {
        return Guard.run(Guard.words(List.of(words), "--socket", socket.toString()));
    }

    /// Listens once and says something.
    private Program server(Path socket, String says) throws Exception {
        Needs.tools("python3");
        String script =
                """
                import socket, sys
                s = socket.socket(socket.AF_UNIX)
                s.bind(sys.argv[1])
                s.listen()
                while True:
                    c = s.accept()[0]
                    c.recv(100)
                    %s
                """
                        .formatted(says);
        Program server =
                Program.start(
                        Guard.ENVIRONMENT, List.of("python3", "-c", script, socket.toString()));
        Eventually.isTrue(Guard.SOON, "the socket", () -> Files.exists(socket));
        return server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "ps --watch",
                "stop",
                "restart --all",
                "signal a TERM",
                "limit a 1G",
                "logs -f",
                "events",
                "events -f",
                "top",
                "top a"
            })
    void without_a_socket_it_is_3_and_one_sentence(String line) throws Exception {
        Path socket = directory.resolve("absent");
        Program.Result result = ask(socket, line.split(" "));
        assertEquals(
                "sentinel: there is no socket at %s; start a Sentinel, or tell where one listens with --socket PATH\n"
                        .formatted(socket),
                result.err());
        assertEquals(3, result.code());
        assertEquals("", result.out());
    }

    @Test
    void a_socket_that_was_left_behind_is_3() throws Exception {
        Path socket = directory.resolve("socket");
        try (Program server = server(socket, "")) {
            server.signal("KILL");
            var _ = server.await(Guard.SOON);
        }
        Program.Result result = ask(socket, "status");
        assertEquals(3, result.code());
        assertTrue(result.err().startsWith("sentinel: nobody listens at " + socket), result.err());
    }

    @Test
    void a_socket_of_somebody_else_is_3_and_says_whose_it_is() throws Exception {
        Surroundings nobody = Surroundings.UNPRIVILEGED.assume();
        try (Guard guard = Guard.start("sleep", "60").awaitRunning()) {
            List<String> words =
                    nobody.sentinel(List.of("status", "--socket", guard.socket().toString()));
            Program.Result closed = Program.run(Guard.SOON, Guard.ENVIRONMENT, words);
            assertEquals(3, closed.code(), closed.err());
            assertTrue(
                    closed.err().startsWith("sentinel: permission denied on the way to "),
                    closed.err());
            Files.setPosixFilePermissions(
                    guard.socket().getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
            Program.Result others = Program.run(Guard.SOON, Guard.ENVIRONMENT, words);
            assertEquals(3, others.code(), others.err());
            assertTrue(
                    others.err()
                            .startsWith(
                                    "sentinel: %s belongs to the user root (0), whom you would have to be, or root; "
                                            .formatted(guard.socket())),
                    others.err());
        }
    }

    @Test
    void who_closes_without_an_answer_is_1() throws Exception {
        Path socket = directory.resolve("socket");
        try (Program _ = server(socket, "c.close()")) {
            Program.Result result = ask(socket, "status");
            assertEquals(1, result.code());
            assertTrue(
                    result.err()
                            .contains("has closed the connection without an answer; a Sentinel"),
                    result.err());
        }
    }

    @Test
    void who_does_not_answer_is_5() throws Exception {
        Path socket = directory.resolve("socket");
        try (Program _ = server(socket, "pass")) {
            Program.Result result = ask(socket, "status");
            assertTrue(result.err().contains(" has not answered within 5 s; "), result.err());
            assertEquals(5, result.code());
        }
    }

    @Test
    void what_is_no_status_is_1() throws Exception {
        Path socket = directory.resolve("socket");
        try (Program _ =
                server(socket, "c.sendall(b'HTTP/1.1 400 Bad Request\\r\\n'); c.close()")) {
            Program.Result result = ask(socket, "status");
            assertEquals(1, result.code());
            assertTrue(result.err().contains("does not tell its status as"), result.err());
        }
    }

    @Test
    void a_reply_that_does_not_end_is_1_and_takes_no_memory() throws Exception {
        Path socket = directory.resolve("socket");
        try (Program _ = server(socket, "c.sendall(b'x' * (64 << 20))")) {
            Program.Result result = ask(socket, "status");
            assertEquals(1, result.code(), result.err());
            assertTrue(result.err().contains("it says more than any Sentinel does"), result.err());
        }
    }

    @Test
    void nothing_that_a_server_says_acts_on_the_terminal() throws Exception {
        Path socket = directory.resolve("socket");
        String hostile =
                """
                c.sendall(('{"targets":[{"name":"a","state":"\\\\u001b[2J\\\\u202e"}]}\\n').encode()); c.close()\
                """;
        try (Program _ = server(socket, hostile)) {
            for (String form : List.of("table", "wide", "json")) {
                Program.Result result = ask(socket, "status", "-o", form);
                assertEquals(0, result.code(), result.err());
                assertFalse(result.out().contains("\u001b"), result.out());
                assertFalse(result.out().contains("\u202e"), result.out());
            }
        }
    }
}
