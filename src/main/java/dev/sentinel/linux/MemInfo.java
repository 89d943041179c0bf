package dev.sentinel.linux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// /proc/meminfo: main memory of the machine in bytes (proc_meminfo(5)).
///
/// ```
///    MemTotal:       24601852 kB
///    MemFree:         1201852 kB
///    MemAvailable:   10411520 kB
/// ```
///
/// @param available what programs can still have without swapping; zero before Linux 3.14
public record MemInfo(long total, long available) {

    /// Empty when there is nothing about memory in it.
    static Optional<MemInfo> parse(String text) {
        ByteBuffer lines = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        long total = MemoryLines.bytes(lines, "MemTotal");
        long available = MemoryLines.bytes(lines, "MemAvailable");
        return total > 0
                ? Optional.of(new MemInfo(total, Math.max(0, available)))
                : Optional.empty();
    }
}
