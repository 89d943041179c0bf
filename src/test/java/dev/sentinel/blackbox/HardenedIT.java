package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// As little as a careful container leaves: no root, no capability, nothing new by setuid, a root
/// that is read-only, and a place for temporary files where nothing may be executed.
class HardenedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// The bundle is unpacked already, as in an image, and outside of what /tmp hides.
    private static final String SCRIPT =
            """
            unshare -m sh -c '
                mount --bind "$BUNDLE" /mnt && mount -t tmpfs -o noexec,mode=1777 tmpfs /tmp &&
                mount -o remount,bind,ro / &&
                exec setpriv --reuid 10001 --regid 10001 --clear-groups --bounding-set=-all --no-new-privs \
                    /mnt/bin/sentinel -m 100M --no-tui --metrics 0 "$PYTHON" -c "$LEAK"'
            """;

    private static final String ASKS_AND_LEAKS =
            """
            import os, socket, time, urllib.request
            deadline = time.monotonic() + 30
            while not os.path.exists("/tmp/sentinel.socket") and time.monotonic() < deadline:
                time.sleep(0.01)
            with socket.socket(socket.AF_UNIX) as client:
                client.connect("/tmp/sentinel.socket")
                client.sendall(b"status\\n")
                print(client.recv(1000).decode(), end="")
            print(os.stat("/tmp/sentinel.socket").st_mode & 0o777, flush=True)
            memory = []
            while time.monotonic() < deadline:
                memory.append(b"x" * (8 << 20))
                time.sleep(0.01)
            """;

    @Test
    void with_next_to_nothing_it_guards_and_answers() throws Exception {
        Needs.tools("setpriv");
        Needs.mountNamespace();
        Map<String, String> environment =
                Map.of(
                        "BUNDLE",
                        Path.of("target/bundle").toAbsolutePath().toString(),
                        "PYTHON",
                        Herd.PYTHON,
                        "LEAK",
                        ASKS_AND_LEAKS);
        Program.Result result = Program.shell(PATIENCE, environment, SCRIPT);
        assertEquals(123, result.code(), result.err());
        assertTrue(result.out().startsWith("python3 RUNNING pid "), result.out() + result.err());
        assertTrue(result.out().endsWith("\n384\n"), result.out());
    }
}
