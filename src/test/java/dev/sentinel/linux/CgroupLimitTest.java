package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

class CgroupLimitTest {

    @TempDir Path directory;
    private Path mount;
    private FakeProc proc;

    @BeforeEach
    void makeRoom() throws IOException {
        mount = Files.createDirectory(directory.resolve("cgroup"));
        proc = FakeProc.in(directory.resolve("proc"));
    }

    @Test
    void the_lowest_limit_on_the_way_to_the_root_counts() throws IOException {
        limit("a/memory.max", "1000");
        limit("a/b/memory.max", "3000");
        limit("a/b/c/memory.max", "2000");
        assertEquals(OptionalLong.of(1000), read("0::/a/b/c\n"));
    }

    @Test
    void max_means_none() throws IOException {
        limit("a/memory.max", "max");
        assertEquals(OptionalLong.empty(), read("0::/a\n"));
    }

    @Test
    void max_below_a_limit_does_not_lift_it() throws IOException {
        limit("a/memory.max", "1000");
        limit("a/b/memory.max", "max");
        assertEquals(OptionalLong.of(1000), read("0::/a/b\n"));
    }

    @Test
    void a_neighbours_limit_does_not_count() throws IOException {
        limit("neighbour/memory.max", "1000");
        assertEquals(OptionalLong.empty(), read("0::/a\n"));
    }

    @Test
    void version_1_has_the_limit_in_its_memory_hierarchy() throws IOException {
        limit("memory/a/memory.limit_in_bytes", "4000");
        assertEquals(OptionalLong.of(4000), read("8:cpu,cpuacct:/x\n7:memory:/a\n0::/\n"));
    }

    @Test
    void version_1_writes_none_as_a_very_large_number() throws IOException {
        limit("memory/a/memory.limit_in_bytes", "9223372036854771712");
        assertEquals(OptionalLong.empty(), read("7:memory:/a\n"));
    }

    @Test
    void a_group_outside_of_the_mount_has_no_limit_here() throws IOException {
        Files.writeString(directory.resolve("memory.max"), "1000\n");
        assertEquals(OptionalLong.empty(), read("0::/../\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "0:", "0::", "nonsense\n", "0::/\u0080\u00ff\n", "0::/a\0b\n"})
    void what_cannot_be_understood_is_no_limit(String cgroup) {
        assertEquals(OptionalLong.empty(), read(cgroup));
    }

    @Test
    void without_cgroups_there_is_no_limit() {
        assertEquals(OptionalLong.empty(), CgroupLimit.read(proc.proc(), mount));
    }

    private OptionalLong read(String cgroup) {
        return CgroupLimit.read(proc.file("self/cgroup", cgroup).proc(), mount);
    }

    private void limit(String file, String text) throws IOException {
        Path path = mount.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text + "\n");
    }
}
