package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process uses, as the kernel tells it.
final class Memory {

    private Memory() {}

    /// Bytes that only this process has: its heap and whatever else it has allocated.
    static long anonymous(long pid) throws IOException {
        Path rollup = Path.of("/proc/%d/smaps_rollup".formatted(pid));
        return Files.readAllLines(rollup).stream()
                .filter(line -> line.startsWith("Anonymous:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }
}
