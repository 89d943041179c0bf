package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.linux.FakeProc;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.CgroupFacts;
import dev.sentinel.model.CgroupFacts.Incident;
import dev.sentinel.model.CgroupFacts.Size;
import dev.sentinel.model.CgroupFacts.Stalls;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class CgroupSamplerTest {

    private static final String PRESSURE =
            """
            some avg10=0.00 avg60=0.00 avg300=0.00 total=2500000
            full avg10=0.00 avg60=0.00 avg300=0.00 total=500000
            """;
    private static final Stalls STALLS =
            new Stalls(Duration.ofMillis(2500), Duration.ofMillis(500));

    @TempDir Path directory;

    private CgroupFacts read() {
        return CgroupSampler.read(directory.toString());
    }

    private FakeProc accounted() {
        return FakeProc.in(directory)
                .file("cgroup.controllers", "cpu memory pids\n")
                .file("memory.current", "4096\n")
                .file("memory.high", "max\n")
                .file("memory.max", "16384\n")
                .file("memory.stat", "anon 1024\nfile 2048\nkernel 7\n")
                .file("memory.events", "low 0\nhigh 1\nmax 2\noom 3\noom_kill 4\n");
    }

    @Test
    void where_memory_is_accounted_for_its_sizes_and_incidents_are_told() {
        accounted();
        CgroupFacts facts = read();
        assertEquals(
                Map.of(
                        Size.CURRENT, new ByteSize(4096),
                        Size.MAX, new ByteSize(16_384),
                        Size.ANON, new ByteSize(1024),
                        Size.FILE, new ByteSize(2048)),
                facts.sizes());
        assertEquals(
                Map.of(
                        Incident.LOW, 0L,
                        Incident.HIGH, 1L,
                        Incident.MAX, 2L,
                        Incident.OOM, 3L,
                        Incident.OOM_KILL, 4L,
                        Incident.OOM_GROUP_KILL, 0L),
                facts.incidents());
        assertEquals(Optional.empty(), facts.stalls());
    }

    @Test
    void newer_kernels_tell_the_peak_and_swap_as_well() {
        accounted().file("memory.peak", "8192\n").file("memory.swap.current", "512\n");
        assertEquals(new ByteSize(8192), read().sizes().get(Size.PEAK));
        assertEquals(new ByteSize(512), read().sizes().get(Size.SWAP));
    }

    @Test
    void pressure_is_told_without_accounting_as_well() {
        FakeProc.in(directory)
                .file("cgroup.controllers", "cpu\n")
                .file("memory.pressure", PRESSURE);
        assertEquals(new CgroupFacts(Map.of(), Map.of(), Optional.of(STALLS)), read());
    }

    @Test
    void of_a_cgroup_that_is_gone_nothing_is_known() {
        assertEquals(CgroupFacts.NONE, CgroupSampler.read(directory + "/gone"));
    }

    @Test
    void what_is_no_number_is_not_known() {
        accounted().file("memory.current", "many\n").file("memory.stat", "anon\nfile x\n\n");
        assertEquals(Map.of(Size.MAX, new ByteSize(16_384)), read().sizes());
    }
}
