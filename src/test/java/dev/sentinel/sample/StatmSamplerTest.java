package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.linux.FakeProc;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;
import dev.sentinel.linux.Self;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.ProcessId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

class StatmSamplerTest {

    private static final ProcessId ID = new ProcessId(42, 100);

    @TempDir Path directory;

    @Test
    void the_second_number_counts_pages() {
        FakeProc proc = process("3181 1024 412 210 0 388 0\n");
        assertEquals(read(1024), new StatmSampler(proc.proc()).sample(ID));
    }

    @Test
    void it_is_read_again_at_every_look() {
        FakeProc proc = process("3181 1024 412 210 0 388 0\n");
        var sampler = new StatmSampler(proc.proc());
        sampler.sample(ID);
        proc.file("42/statm", "3181 7 412 210 0 388 0\n");
        assertEquals(read(7), sampler.sample(ID));
    }

    @Test
    void a_zombie_uses_nothing() {
        FakeProc proc = process("0 0 0 0 0 0 0\n");
        assertEquals(read(0), new StatmSampler(proc.proc()).sample(ID));
    }

    @Test
    void one_that_is_gone_has_vanished() {
        assertEquals(new Sampled.Vanished(), new StatmSampler(new Proc(directory)).sample(ID));
    }

    @Test
    void the_same_number_at_another_time_has_vanished() {
        FakeProc proc = process("3181 1024 412 210 0 388 0\n");
        assertEquals(
                new Sampled.Vanished(),
                new StatmSampler(proc.proc()).sample(new ProcessId(42, 99)));
    }

    @Test
    void a_text_of_another_form_is_denied() {
        FakeProc proc = process("Name: x\n");
        assertInstanceOf(Sampled.Denied.class, new StatmSampler(proc.proc()).sample(ID));
    }

    @Test
    void a_real_process_that_ends_has_vanished() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "100").start();
        ProcessId id = idOf(sleep);
        var sampler = new StatmSampler(Proc.SYSTEM);
        assertInstanceOf(Sampled.Read.class, sampler.sample(id));
        sleep.destroyForcibly().waitFor();
        assertEquals(new Sampled.Vanished(), sampler.sample(id));
    }

    @Test
    void oshi_and_statm_agree_on_a_process_that_holds_still() throws Exception {
        Process cat = new ProcessBuilder("cat").start();
        try (var in = cat.outputWriter();
                var out = cat.inputReader()) {
            // It answers, so it is past its start, and waits.
            in.write("ready\n");
            in.flush();
            assertEquals("ready", out.readLine());
            ProcessId id = idOf(cat);
            long statm = bytes(new StatmSampler(Proc.SYSTEM).sample(id));
            long oshi = bytes(new OshiSampler().sample(id));
            // The kernel counts the pages of each processor in batches (proc_pid_statm(5)).
            long batch = 64 * Self.pageSize() * Runtime.getRuntime().availableProcessors();
            assertTrue(Math.abs(statm - oshi) <= batch, statm + " and " + oshi);
        }
    }

    @Test
    void files_of_the_gone_are_let_go() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "100").start();
        try {
            var sampler = new StatmSampler(Proc.SYSTEM);
            sampler.sample(idOf(sleep));
            assertTrue(holds(sleep.pid()));
            sampler.keepOnly(Set.of());
            assertTrue(!holds(sleep.pid()));
        } finally {
            sleep.destroyForcibly();
        }
    }

    private static boolean holds(long pid) throws IOException {
        try (var open = java.nio.file.Files.list(Path.of("/proc/self/fd"))) {
            return open.anyMatch(fd -> pointsTo(fd, "/proc/" + pid + "/statm"));
        }
    }

    private static boolean pointsTo(Path fd, String file) {
        try {
            return java.nio.file.Files.readSymbolicLink(fd).toString().equals(file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static ProcessId idOf(Process process) throws IOException {
        ProcStat stat = Proc.SYSTEM.stat(process.pid()).orElseThrow();
        return new ProcessId(stat.pid(), stat.startTicks());
    }

    private FakeProc process(String statm) {
        return FakeProc.in(directory).process(42).done().file("42/statm", statm);
    }

    private static Sampled read(long pages) {
        return new Sampled.Read(new ByteSize(pages * Self.pageSize()));
    }

    private static long bytes(Sampled sampled) {
        return assertInstanceOf(Sampled.Read.class, sampled).resident().bytes();
    }
}
