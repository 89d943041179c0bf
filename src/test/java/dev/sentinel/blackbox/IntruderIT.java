package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Another user at the control socket.
class IntruderIT {

    /// Somebody else tries to get in from the first instant on.
    @Test
    void another_user_is_never_heard() throws Exception {
        Needs.tools("setpriv");
        Needs.that(Program.output("id", "-u").strip().equals("0"), "root");
        Path directory = Files.createTempDirectory("sentinel-test-");
        Program.output("chmod", "755", directory.toString());
        Path socket = directory.resolve("socket");
        String hammer =
                """
                import socket, sys, time
                tried = heard = 0
                end = time.monotonic() + 60
                print('ready', flush=True)
                while time.monotonic() < end:
                    with socket.socket(socket.AF_UNIX) as client:
                        try:
                            tried += 1
                            client.connect(sys.argv[1])
                            client.sendall(b'stop\\n')
                            heard += bool(client.recv(100))
                        except OSError:
                            pass
                    if tried % 1000 == 0:
                        print(tried, heard, flush=True)
                """;
        try (Program intruder =
                Program.start(
                        Guard.ENVIRONMENT,
                        List.of(
                                "setpriv",
                                "--reuid",
                                "65534",
                                "--regid",
                                "65534",
                                "--clear-groups",
                                Herd.PYTHON,
                                "-c",
                                hammer,
                                socket.toString()))) {
            Eventually.isTrue(Guard.SOON, "the intruder", () -> intruder.out().contains("ready"));
            for (int start = 0; start < 50; start++) {
                Program.Result result =
                        Guard.run(
                                "--no-metrics",
                                "--socket",
                                socket.toString(),
                                "sh",
                                "-c",
                                "sleep 0.05; exit 7");
                assertEquals(7, result.code(), result.err());
            }
            // The mode alone keeps others out; the kernel tells who is let in by mistake.
            try (Program guard =
                    Program.start(
                            Guard.ENVIRONMENT,
                            List.of(
                                    Guard.BINARY.toString(),
                                    "--no-tui",
                                    "--no-metrics",
                                    "--socket",
                                    socket.toString(),
                                    "sleep",
                                    "60"))) {
                Eventually.isTrue(Guard.SOON, "the socket", () -> Files.exists(socket));
                Program.output("chmod", "666", socket.toString());
                Eventually.isTrue(
                        Guard.SOON,
                        "a warning",
                        () -> guard.err().contains("a process of uid 65534 was sent away"));
                assertTrue(guard.alive());
                guard.signal("TERM");
                guard.await(Guard.SOON);
            }
            assertTrue(
                    intruder.out().lines().skip(1).allMatch(line -> line.endsWith(" 0")),
                    intruder.out());
        } finally {
            Directories.remove(directory);
        }
    }
}
