package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// The small files of the kernel's that are read without making text of them.
class KernelTextTest {

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "'3181 1024 412 210 0 388 0\n', 1024",
        "'0 0 0 0 0 0 0\n', 0",
        "'1 9007199254740993 0', 9007199254740993",
        "'', -1",
        "'3181', -1",
        "'3181 ', -1",
        "'3181 10', -1",
        "'Name: x', -1",
    })
    void statm_tells_resident_pages(String text, long pages) {
        String unescaped = text.translateEscapes();
        assertEquals(
                pages,
                Statm.resident(ByteBuffer.wrap(unescaped.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void the_auxiliary_vector_is_pairs() {
        ByteBuffer pairs = ByteBuffer.allocate(48).order(ByteOrder.nativeOrder());
        pairs.putLong(6).putLong(4096).putLong(11).putLong(1000).putLong(0).putLong(0);
        Auxv auxv = new Auxv(pairs.array());
        assertEquals(OptionalLong.of(4096), auxv.get(Auxv.PAGE_SIZE));
        assertEquals(OptionalLong.of(1000), auxv.get(Auxv.UID));
        assertEquals(OptionalLong.empty(), auxv.get(25));
        assertEquals(OptionalLong.empty(), new Auxv(new byte[7]).get(6));
    }

    @Test
    void this_process_knows_its_user_and_its_pages() throws IOException {
        Object owner = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        assertEquals(((Integer) owner).longValue(), Self.uid());
        assertTrue(Long.bitCount(Self.pageSize()) == 1 && Self.pageSize() >= 4096);
    }

    @ParameterizedTest
    @CsvSource({
        "'Limit  Soft Limit  Hard Limit  Units\nMax open files   64   4096   files\n', 256, 16",
        "'Max open files            1048576              1048576              files\n', 256, 256",
        "'Max open files            unlimited            unlimited            files\n', 256, 256",
        "'Max open files            3                    3                    files\n', 256, 1",
        "'Max processes             7                    7                    processes\n', 256, 256",
        "'', 100, 100",
    })
    void who_could_use_up_all_files_gets_a_share(String limits, int atMost, int share) {
        assertEquals(share, Descriptors.parse(limits.translateEscapes()).share(atMost));
    }

    @Test
    void this_process_knows_how_many_files_it_may_open() {
        assertTrue(Descriptors.own().limit() > 16);
    }

    @Test
    void a_held_file_is_read_from_its_beginning_each_time() throws IOException {
        Path file = Files.writeString(directory.resolve("f"), "first");
        ByteBuffer into = ByteBuffer.allocateDirect(16);
        try (HeldFile held = HeldFile.open(file)) {
            assertTrue(held.read(into));
            assertEquals("first", StandardCharsets.US_ASCII.decode(into).toString());
            Files.writeString(file, "2nd");
            assertTrue(held.read(into));
            assertEquals("2nd", StandardCharsets.US_ASCII.decode(into).toString());
        }
    }

    @Test
    void a_held_file_of_a_process_that_is_gone_says_so() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "100").start();
        try (HeldFile held = HeldFile.open(Path.of("/proc/" + sleep.pid() + "/statm"))) {
            sleep.destroyForcibly().waitFor();
            assertFalse(held.read(ByteBuffer.allocateDirect(64)));
        }
    }

    @Test
    void children_are_read_from_every_thread() throws IOException {
        FakeProc proc =
                FakeProc.in(directory)
                        .file("7/task/7/children", "8 9 ")
                        .file("7/task/70/children", "")
                        .file("7/task/71/children", "10 ");
        assertEquals(List.of(8L, 9L), proc.proc().children(new ProcStat(7, "x", 'S', 1, 1, 1)));
        assertEquals(
                List.of(8L, 9L, 10L),
                proc.proc().children(new ProcStat(7, "x", 'S', 1, 3, 1)).stream()
                        .sorted()
                        .toList());
        assertEquals(List.of(), proc.proc().children(new ProcStat(6, "x", 'S', 1, 3, 1)));
    }

    @Test
    void the_real_proc_is_the_kernels() throws IOException {
        assertTrue(Proc.SYSTEM.isKernels("loadavg"));
    }
}
