package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// With real children.
class PseudoTerminalTest {

    private static final Self.Size SIZE = new Self.Size(132, 43);

    /// What a script writes that has the terminal as its input and output.
    private static String output(String script) throws Exception {
        Process process;
        InputStream output;
        try (PseudoTerminal terminal = PseudoTerminal.open(SIZE)) {
            File end = terminal.childPath().toFile();
            output = terminal.output();
            process =
                    new ProcessBuilder("sh", "-c", script)
                            .redirectInput(end)
                            .redirectErrorStream(true)
                            .redirectOutput(end)
                            .start();
        }
        try (output) {
            String written = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), written);
            return written;
        }
    }

    @Test
    void it_is_a_terminal_of_that_size_to_a_child() throws Exception {
        assertEquals(
                "43 132\nerror\nlast",
                output("test -t 0 && test -t 1 && stty size && echo error >&2 && printf last"));
    }

    @Test
    void what_was_written_before_the_end_is_read_after_it() throws Exception {
        InputStream output;
        try (PseudoTerminal terminal = PseudoTerminal.open(SIZE)) {
            output = terminal.output();
            File end = terminal.childPath().toFile();
            Process process = new ProcessBuilder("seq", "500").redirectOutput(end).start();
            assertEquals(0, process.waitFor());
        }
        try (output) {
            List<String> lines =
                    new String(output.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            assertEquals(500, lines.size());
            assertEquals("500", lines.getLast());
        }
    }

    @Test
    void nothing_is_left_out_of_a_flood() throws Exception {
        assertEquals("x\n".repeat(1_000_000), output("yes x | head -n 1000000"));
    }

    @Test
    void nothing_leaks_into_the_child_and_nothing_stays_open() throws Exception {
        output("true");
        long before = descriptors();
        String seen = output("ls -l /proc/self/fd");
        assertEquals(before, descriptors());
        assertFalse(seen.contains("ptmx"), seen);
        assertEquals(3, seen.lines().filter(line -> line.contains("/pts/")).count(), seen);
    }

    private static long descriptors() throws Exception {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
