package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

class ProcTest {

    /// What a line of fields could be misled by, what terminals obey, and half a letter.
    private static final String HOSTILE = "x) Z1(\n\t\u001b[2J\u007f\u009b\u00e9\u00c3";

    @TempDir Path root;

    @Test
    void a_process_is_found_by_its_number() throws IOException {
        Proc proc =
                FakeProc.in(root)
                        .process(42)
                        .named("x) Z 1")
                        .parent(7)
                        .startedAt(300)
                        .state('R')
                        .done()
                        .proc();
        assertEquals(Optional.of(new ProcStat(42, "x) Z 1", 'R', 7, 1, 300)), proc.stat(42));
    }

    /// This very process takes on the names, as prctl(PR_SET_NAME) would set them.
    @Test
    void whatever_a_process_is_called_it_is_read_right() throws IOException {
        Path name = Path.of("/proc/self/comm");
        byte[] before = Files.readAllBytes(name);
        ProcessHandle self = ProcessHandle.current();
        long parent = self.parent().orElseThrow().pid();
        var random = new Random(42);
        try {
            for (int round = 0; round < 200; round++) {
                byte[] hostile = new byte[1 + random.nextInt(15)];
                for (int at = 0; at < hostile.length; at++) {
                    hostile[at] = (byte) HOSTILE.charAt(random.nextInt(HOSTILE.length()));
                }
                Files.write(name, hostile);
                ProcStat stat = Proc.SYSTEM.stat(self.pid()).orElseThrow();
                assertEquals(new String(hostile, StandardCharsets.ISO_8859_1), stat.name());
                assertEquals(self.pid(), stat.pid());
                assertEquals(parent, stat.parent());
                assertTrue("RSD".indexOf(stat.state()) >= 0, stat.toString());
            }
        } finally {
            Files.write(name, before);
        }
    }

    @Test
    void a_process_that_is_gone_is_empty() throws IOException {
        assertEquals(Optional.empty(), new Proc(root).stat(42));
    }

    @Test
    void who_does_not_see_the_first_process_does_not_see_all() {
        assertTrue(FakeProc.in(root).process(42).done().proc().hidesOthers());
        assertFalse(FakeProc.in(root).process(1).done().proc().hidesOthers());
    }

    @Test
    void all_processes_are_listed_and_nothing_else() throws IOException {
        Proc proc =
                FakeProc.in(root)
                        .file("meminfo", "MemTotal: 1 kB\n")
                        .file("sys/kernel/pid_max", "32768\n")
                        .process(1)
                        .process(42)
                        .done()
                        .proc();
        assertEquals(
                Set.of(
                        new ProcStat(1, "fake", 'S', 1, 1, 100),
                        new ProcStat(42, "fake", 'S', 1, 1, 100)),
                Set.copyOf(proc.stats()));
    }

    @Test
    void a_process_that_ends_while_being_listed_is_left_out() throws IOException {
        Proc proc = FakeProc.in(root).file("7/comm", "x\n").file("8/stat", "8 (x").proc();
        assertEquals(Set.of(), Set.copyOf(proc.stats()));
    }

    @Test
    void a_name_that_is_not_utf_8_hides_no_process() throws IOException {
        Proc proc = FakeProc.in(root).process(42).named("\u00ff\u00fe\u0080").done().proc();
        assertEquals(
                Optional.of(new ProcStat(42, "\u00ff\u00fe\u0080", 'S', 1, 1, 100)), proc.stat(42));
    }

    @Test
    void the_machines_memory_is_read_in_bytes() throws IOException {
        String meminfo =
                """
                MemTotal:       24601852 kB
                MemFree:         1201852 kB
                MemAvailable:   10411520 kB
                """;
        assertEquals(
                Optional.of(new MemInfo(24_601_852L * 1024, 10_411_520L * 1024)),
                FakeProc.in(root).file("meminfo", meminfo).proc().memory());
    }

    @Test
    void without_meminfo_the_machines_memory_is_unknown() throws IOException {
        assertEquals(Optional.empty(), new Proc(root).memory());
        assertEquals(Optional.empty(), FakeProc.in(root).file("meminfo", "\n").proc().memory());
    }

    @Test
    void an_old_kernel_does_not_tell_what_is_available() throws IOException {
        assertEquals(
                Optional.of(new MemInfo(2048, 0)),
                FakeProc.in(root).file("meminfo", "MemTotal: 2 kB\n").proc().memory());
    }

    @Test
    void this_machine_has_memory_and_some_of_it_is_available() throws IOException {
        MemInfo memory = Proc.SYSTEM.memory().orElseThrow();
        assertTrue(0 < memory.available() && memory.available() < memory.total(), memory::toString);
    }

    /// It has its three streams; whoever answers has finished loading.
    @Test
    void the_open_files_of_a_process_are_counted() throws IOException, InterruptedException {
        Process cat = new ProcessBuilder("cat").start();
        try {
            cat.getOutputStream().write('x');
            cat.getOutputStream().flush();
            assertEquals('x', cat.getInputStream().read());
            assertEquals(3, Proc.SYSTEM.openFiles(cat.pid()));
            assertEquals(3, Proc.counted(Path.of("/proc/" + cat.pid() + "/fd")));
        } finally {
            cat.destroyForcibly().waitFor();
        }
        assertEquals(0, Proc.SYSTEM.openFiles(cat.pid()));
    }
}
