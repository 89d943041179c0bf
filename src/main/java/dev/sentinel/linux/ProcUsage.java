package dev.sentinel.linux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a process costs: processor time from /proc/PID/stat (proc_pid_stat(5)), and memory from
/// /proc/PID/statm, which newer kernels add up more exactly there.
///
/// @param process who it is, from the same line as its time
/// @param cpuTicks user and system time of all its threads since its start, in clock ticks
/// @param residentPages resident set size; zero where that is not told
public record ProcUsage(ProcStat process, long cpuTicks, long residentPages) {

    /// Counted from the state of the process, the first field after its name.
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    /// Empty when the first text is not such a line.
    static Optional<ProcUsage> parse(String stat, String statm) {
        Optional<ProcStat> process = ProcStat.parse(stat);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", SYSTEM + 2);
        if (process.isEmpty() || fields.length <= SYSTEM) {
            return Optional.empty();
        }
        try {
            long user = Long.parseLong(fields[USER]);
            long system = Long.parseLong(fields[SYSTEM]);
            byte[] pages = statm.getBytes(StandardCharsets.ISO_8859_1);
            long resident = Math.max(0, Statm.resident(ByteBuffer.wrap(pages)));
            return Optional.of(new ProcUsage(process.get(), user + system, resident));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
