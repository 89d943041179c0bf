package dev.sentinel.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The memory of the container or service this process runs in, where it is limited. In bytes.
///
/// @param limit the lowest from this process's own cgroup up to the root
/// @param available what everybody who shares a limit has left of it, at its tightest
public record CgroupMemory(long limit, long available) {

    /// Version 1 writes "no limit" as the largest multiple of a page; nothing real comes near it.
    private static final long NO_LIMIT = 1L << 60;

    /// What a cgroup calls it. Files that nobody has used lately are given up without swapping, and
    /// are no use in earnest: the kernel's cgroup-v2.rst, and memory.rst of version 1.
    private record Names(String limit, String used, String givenUp) {
        static final Names VERSION_2 = new Names("memory.max", "memory.current", "inactive_file");
        static final Names VERSION_1 =
                new Names("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file");
    }

    /// Empty when no limit is set.
    ///
    /// @param proc where to learn the own cgroup (cgroups(7), /proc/PID/cgroup)
    /// @param mount where cgroups are mounted, `/sys/fs/cgroup` but in tests
    public static Optional<CgroupMemory> read(Proc proc, Path mount) {
        try (Stream<String> lines = Files.lines(proc.root().resolve("self/cgroup"))) {
            return lines.flatMap(line -> limitedAlong(line, mount)).reduce(CgroupMemory::tighter);
        } catch (IOException | UncheckedIOException | InvalidPathException unknown) {
            // No cgroups, or a group whose name is no text here.
            return Optional.empty();
        }
    }

    private CgroupMemory tighter(CgroupMemory other) {
        return new CgroupMemory(Math.min(limit, other.limit), Math.min(available, other.available));
    }

    /// `0::/user.slice/x` is version 2, `7:memory:/x` the memory part of version 1.
    private static Stream<CgroupMemory> limitedAlong(String line, Path mount) {
        String[] parts = line.split(":", 3);
        if (parts.length < 3 || !parts[2].startsWith("/")) {
            return Stream.empty();
        }
        if (parts[0].equals("0")) {
            return limited(mount, parts[2], Names.VERSION_2);
        }
        return parts[1].equals("memory")
                ? limited(mount.resolve("memory"), parts[2], Names.VERSION_1)
                : Stream.empty();
    }

    private static Stream<CgroupMemory> limited(Path mount, String group, Names names) {
        Path leaf = mount.resolve(group.substring(1)).normalize();
        return Stream.iterate(leaf, path -> path != null && path.startsWith(mount), Path::getParent)
                .flatMap(directory -> limited(directory, names).stream());
    }

    private static Optional<CgroupMemory> limited(Path directory, Names names) {
        // The root has no such file, and "max" means none.
        Optional<Long> limit =
                text(directory.resolve(names.limit))
                        .flatMap(CgroupMemory::number)
                        .filter(bytes -> bytes < NO_LIMIT);
        return limit.map(
                bytes -> new CgroupMemory(bytes, Math.max(0, bytes - used(directory, names))));
    }

    private static long used(Path directory, Names names) {
        long all = text(directory.resolve(names.used)).flatMap(CgroupMemory::number).orElse(0L);
        String prefix = names.givenUp + " ";
        long givenUp =
                text(directory.resolve("memory.stat"))
                        .flatMap(stat ->
                                stat.lines().filter(line -> line.startsWith(prefix)).findFirst())
                        .flatMap(line -> number(line.substring(prefix.length())))
                        .orElse(0L);
        return Math.max(0, all - givenUp);
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }
}
