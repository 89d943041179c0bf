package dev.sentinel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.linux.FakeProc;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Machine;
import dev.sentinel.model.Pressure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class MachineSamplerTest {

    private static final String MEMINFO = "MemTotal: 8000 kB\nMemAvailable: 3000 kB\n";

    @TempDir Path directory;
    private FakeProc proc;
    private Path cgroups;

    @BeforeEach
    void makeRoom() throws IOException {
        proc = FakeProc.in(directory.resolve("proc"));
        cgroups = Files.createDirectory(directory.resolve("cgroup"));
    }

    private Machine read() {
        return new MachineSampler(proc.proc(), cgroups).read();
    }

    private static Machine machine(int kibibytes, int available) {
        return new Machine(
                new ByteSize(kibibytes * 1024L), new ByteSize(available * 1024L), Optional.empty());
    }

    private void container(int kibibytes, int used) throws IOException {
        proc.file("self/cgroup", "0::/\n");
        Files.writeString(cgroups.resolve("memory.max"), kibibytes * 1024L + "\n");
        Files.writeString(cgroups.resolve("memory.current"), used * 1024L + "\n");
    }

    @Test
    void without_a_container_it_is_the_machine() {
        proc.file("meminfo", MEMINFO);
        proc.file("pressure/memory", "some avg10=0.42 avg60=0.00\nfull avg10=0.10 avg60=0.00\n");
        Machine found = read();
        assertEquals(Optional.of(new Pressure(0.42, 0.1)), found.pressure());
        assertEquals(
                machine(8000, 3000),
                new Machine(found.memory(), found.available(), Optional.empty()));
    }

    @Test
    void a_container_may_have_less() throws IOException {
        proc.file("meminfo", MEMINFO);
        container(4000, 3500);
        assertEquals(machine(4000, 500), read());
    }

    @Test
    void a_container_on_a_full_machine_has_no_more_than_the_machine() throws IOException {
        proc.file("meminfo", MEMINFO);
        container(4000, 100);
        assertEquals(machine(4000, 3000), read());
    }

    @Test
    void what_the_machine_does_not_tell_is_not_nothing() throws IOException {
        assertEquals(Machine.UNKNOWN, read());
        proc.file("meminfo", "MemTotal: 8000 kB\n");
        assertEquals(machine(8000, 0), read());
        container(4000, 3500);
        assertEquals(machine(4000, 500), read());
    }
}
