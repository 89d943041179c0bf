package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class CgroupMemoryTest {

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
        assertEquals(Optional.of(1000L), read("0::/a/b/c\n"));
    }

    @Test
    void max_means_none() throws IOException {
        limit("a/memory.max", "max");
        assertEquals(Optional.empty(), read("0::/a\n"));
    }

    @Test
    void max_below_a_limit_does_not_lift_it() throws IOException {
        limit("a/memory.max", "1000");
        limit("a/b/memory.max", "max");
        assertEquals(Optional.of(1000L), read("0::/a/b\n"));
    }

    @Test
    void a_neighbours_limit_does_not_count() throws IOException {
        limit("neighbour/memory.max", "1000");
        assertEquals(Optional.empty(), read("0::/a\n"));
    }

    @Test
    void version_1_has_the_limit_in_its_memory_hierarchy() throws IOException {
        limit("memory/a/memory.limit_in_bytes", "4000");
        assertEquals(Optional.of(4000L), read("8:cpu,cpuacct:/x\n7:memory:/a\n0::/\n"));
    }

    @Test
    void version_1_writes_none_as_a_very_large_number() throws IOException {
        limit("memory/a/memory.limit_in_bytes", "9223372036854771712");
        assertEquals(Optional.empty(), read("7:memory:/a\n"));
    }

    @Test
    void a_group_outside_of_the_mount_has_no_limit_here() throws IOException {
        Files.writeString(directory.resolve("memory.max"), "1000\n");
        assertEquals(Optional.empty(), read("0::/../\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "0:", "0::", "nonsense\n", "0::/\u0080\u00ff\n", "0::/a\0b\n"})
    void what_cannot_be_understood_is_no_limit(String cgroup) {
        assertEquals(Optional.empty(), read(cgroup));
    }

    @Test
    void without_cgroups_there_is_no_limit() {
        assertEquals(Optional.empty(), CgroupMemory.read(proc.proc(), mount));
    }

    /// Files that nobody has used lately can be given up.
    @Test
    void what_is_available_is_left_of_the_limit() throws IOException {
        limit("a/memory.max", "1000");
        limit("a/memory.current", "700");
        limit("a/memory.stat", "active_file 90\ninactive_file 50\ninactive_file_x 3");
        assertEquals(Optional.of(new CgroupMemory(1000, 350)), memory("0::/a\n"));
    }

    @Test
    void version_1_has_other_names_for_it() throws IOException {
        limit("memory/a/memory.limit_in_bytes", "1000");
        limit("memory/a/memory.usage_in_bytes", "700");
        limit("memory/a/memory.stat", "inactive_file 1\ntotal_inactive_file 50");
        assertEquals(Optional.of(new CgroupMemory(1000, 350)), memory("7:memory:/a\n"));
    }

    /// Others use what is given to all of them.
    @Test
    void where_the_least_is_left_need_not_be_where_the_limit_is_lowest() throws IOException {
        limit("a/memory.max", "5000");
        limit("a/memory.current", "4900");
        limit("a/b/memory.max", "1000");
        limit("a/b/memory.current", "300");
        assertEquals(Optional.of(new CgroupMemory(1000, 100)), memory("0::/a/b\n"));
    }

    @ParameterizedTest
    @CsvSource({"1200, 0", "nonsense, 1000"})
    void what_is_left_is_between_nothing_and_the_limit(String used, long left) throws IOException {
        limit("a/memory.max", "1000");
        limit("a/memory.current", used);
        assertEquals(Optional.of(new CgroupMemory(1000, left)), memory("0::/a\n"));
    }

    private Optional<Long> read(String cgroup) {
        return memory(cgroup).map(CgroupMemory::limit);
    }

    private Optional<CgroupMemory> memory(String cgroup) {
        return CgroupMemory.read(proc.file("self/cgroup", cgroup).proc(), mount);
    }

    private void limit(String file, String text) throws IOException {
        Path path = mount.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text + "\n");
    }
}
