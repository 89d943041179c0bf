package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finding cgroups and reading them, from texts and a folder; that they hold and kill is for the
/// tests of the whole.
class CgroupTest {

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "'0::/\n', /",
        "'4:memory:/a\n0::/user.slice/x y\n', '/user.slice/x y'",
        "'0::/a:b\n', /a:b",
        "'4:memory:/a\n', ''",
        "'', ''",
    })
    void the_own_path_is_that_of_version_two(String text, String path) {
        assertEquals(path, Cgroup.ownPath(text.translateEscapes()));
    }

    @ParameterizedTest
    @CsvSource({
        "'42 30 0:27 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw', /sys/fs/cgroup",
        "'42 30 0:27 / /sys/fs/cgroup/unified rw - cgroup2 none rw', /sys/fs/cgroup/unified",
        // A part of the hierarchy, a mount point of spaces, version 1, nothing.
        "'42 30 0:27 /docker/1 /sys/fs/cgroup rw - cgroup2 cgroup2 rw',",
        "'42 30 0:27 / /a\\040b rw - cgroup2 cgroup2 rw',",
        "'42 30 0:27 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory',",
        "'',",
    })
    void only_a_whole_mount_will_do(String mounts, String mountPoint) {
        assertEquals(Optional.ofNullable(mountPoint), Cgroup.mountPoint(mounts));
    }

    @Test
    void a_cgroup_outside_of_the_own_namespace_is_out_of_reach() throws IOException {
        Path self = Files.createDirectory(directory.resolve("self"));
        Files.writeString(self.resolve("cgroup"), "0::/../../init\n");
        Files.writeString(self.resolve("mountinfo"), "42 30 0:27 / /c rw - cgroup2 none rw\n");
        assertEquals(Optional.empty(), Cgroup.own(new Proc(directory)));
    }

    @Test
    void it_lies_below_the_mount() throws IOException {
        Path self = Files.createDirectory(directory.resolve("self"));
        Files.writeString(self.resolve("cgroup"), "0::/user.slice\n");
        Files.writeString(self.resolve("mountinfo"), "42 30 0:27 / /c rw - cgroup2 none rw\n");
        assertEquals(Optional.of(new Cgroup("/c/user.slice")), Cgroup.own(new Proc(directory)));
    }

    @Test
    void processes_of_inner_ones_count_as_well() throws IOException {
        Path inner = Files.createDirectories(directory.resolve("a/b"));
        Files.writeString(directory.resolve("cgroup.procs"), "7\n");
        Files.writeString(directory.resolve("a/cgroup.procs"), "");
        Files.writeString(inner.resolve("cgroup.procs"), "8\n9\n");
        assertEquals(List.of(7L, 8L, 9L), new Cgroup(directory.toString()).processes());
    }

    @Test
    void one_that_says_it_has_none_is_not_looked_through() throws IOException {
        Files.createDirectory(directory.resolve("a"));
        Files.writeString(directory.resolve("cgroup.procs"), "7\n");
        Files.writeString(directory.resolve("a/cgroup.procs"), "8\n");
        Cgroup cgroup = new Cgroup(directory.toString());
        Files.writeString(directory.resolve("cgroup.stat"), "nr_descendants 0\nnr_x 1\n");
        assertEquals(List.of(7L), cgroup.processes());
        Files.writeString(directory.resolve("cgroup.stat"), "nr_descendants 1\nnr_x 1\n");
        assertEquals(List.of(7L, 8L), cgroup.processes());
    }

    @Test
    void it_is_populated_or_not() throws IOException {
        Cgroup cgroup = new Cgroup(directory.toString());
        Files.writeString(directory.resolve("cgroup.events"), "populated 1\nfrozen 0\n");
        assertTrue(cgroup.populated());
        Files.writeString(directory.resolve("cgroup.events"), "populated 0\nfrozen 0\n");
        assertFalse(cgroup.populated());
    }

    @Test
    void nobody_is_in_one_that_is_gone() throws IOException {
        Cgroup gone = new Cgroup(directory.resolve("none").toString());
        assertEquals(List.of(), gone.processes());
        assertFalse(gone.populated());
    }

    @Test
    void one_that_is_there_and_cannot_be_read_is_not_taken_for_empty() {
        Cgroup unreadable = new Cgroup(directory.toString());
        assertThrows(IOException.class, unreadable::processes);
        assertThrows(IOException.class, unreadable::populated);
    }

    @Test
    void one_that_cannot_be_made_says_so() {
        Cgroup nowhere = new Cgroup(directory.resolve("none").toString());
        IOException refused = assertThrows(IOException.class, () -> nowhere.create("x"));
        assertEquals("cannot make " + directory.resolve("none/x"), refused.getMessage());
    }

    @Test
    void one_without_a_way_to_kill_is_given_back() {
        Cgroup old = new Cgroup(directory.toString());
        assertThrows(IOException.class, () -> old.create("x"));
        assertFalse(Files.exists(directory.resolve("x")));
    }
}
