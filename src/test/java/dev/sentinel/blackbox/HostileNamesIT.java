package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Whoever gives a program its name does not get at the terminal of those who guard it.
@SideBySide
class HostileNamesIT {

    private static final String NAME = "x) Z 1\n\u001b[2J";

    /// Everything below space but the end of a line; delete; and what eight-bit terminals obey.
    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f\\u0080-\\u009f]");

    @TempDir Path directory;

    /// Takes on that name in the kernel's list too, and has a child of the same name.
    private static final String RENAMED =
            """
            #!%s
            import ctypes, os, signal, sys
            ctypes.CDLL(None).prctl(15, sys.argv[0].encode().split(b'/')[-1], 0, 0, 0)
            if os.fork() == 0:
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
            signal.pause()
            signal.pause()
            """
                    .formatted(Herd.PYTHON);

    @Test
    void no_name_reaches_a_terminal_as_it_is() throws Exception {
        Needs.tools("nc", "curl");
        Path program = Files.writeString(directory.resolve(NAME), RENAMED);
        assertTrue(program.toFile().setExecutable(true));
        try (Guard guard = Guard.start("-k", "200ms", "--name", "named", program.toString())) {
            Eventually.isTrue(
                    Guard.SOON, "two", () -> guard.ask("status").contains(" processes 2 "));
            assertHarmless(guard.ask("status"));
            assertHarmless(guard.ask("json status"));
            assertHarmless(guard.scrape());
            assertHarmless(guard.ask("stop"));
            Program.Result result = guard.await();
            assertHarmless(result.err());
            assertTrue(result.err().contains("SIGTERM, then SIGKILL"), result.err());
        }
        Program.Result unnamed =
                Guard.run("-v", "--no-socket", "--no-metrics", directory + "/\u001b[2J");
        assertEquals(127, unnamed.code());
        assertHarmless(unnamed.err());
    }

    private static void assertHarmless(String text) {
        assertTrue(!CONTROL.matcher(text).find(), () -> text.replace("\u001b", "^["));
    }
}
