package dev.sentinel.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The memory limit of the container or service this process runs in.
public final class CgroupLimit {

    /// Version 1 writes "no limit" as the largest multiple of a page; nothing real comes near it.
    private static final long NO_LIMIT = 1L << 60;

    private CgroupLimit() {}

    /// The lowest limit from this process's own cgroup up to the root; empty when none is set.
    ///
    /// @param proc where to learn the own cgroup (cgroups(7), /proc/PID/cgroup)
    /// @param mount where cgroups are mounted, `/sys/fs/cgroup` but in tests
    public static OptionalLong read(Proc proc, Path mount) {
        try (Stream<String> lines = Files.lines(proc.root().resolve("self/cgroup"))) {
            return lines.flatMapToLong(line -> limitsAlong(line, mount)).min();
        } catch (IOException | UncheckedIOException | InvalidPathException unknown) {
            // No cgroups, or a group whose name is no text here.
            return OptionalLong.empty();
        }
    }

    /// `0::/user.slice/x` is version 2, `7:memory:/x` the memory part of version 1.
    private static LongStream limitsAlong(String line, Path mount) {
        String[] parts = line.split(":", 3);
        if (parts.length < 3 || !parts[2].startsWith("/")) {
            return LongStream.empty();
        }
        if (parts[0].equals("0")) {
            return limits(mount, parts[2], "memory.max");
        }
        return parts[1].equals("memory")
                ? limits(mount.resolve("memory"), parts[2], "memory.limit_in_bytes")
                : LongStream.empty();
    }

    private static LongStream limits(Path mount, String group, String file) {
        Path leaf = mount.resolve(group.substring(1)).normalize();
        return Stream.iterate(leaf, path -> path != null && path.startsWith(mount), Path::getParent)
                .flatMapToLong(directory -> limit(directory.resolve(file)).stream());
    }

    private static OptionalLong limit(Path file) {
        try {
            long value = Long.parseLong(Files.readString(file).strip());
            return value < NO_LIMIT ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (IOException | NumberFormatException absentOrMax) {
            // The root has no such file, and "max" means none.
            return OptionalLong.empty();
        }
    }
}
