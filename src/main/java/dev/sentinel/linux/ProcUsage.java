package dev.sentinel.linux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a process costs: processor time and page faults from /proc/PID/stat (proc_pid_stat(5)), and
/// memory from /proc/PID/statm, which newer kernels add up more exactly there.
///
/// @param process who it is, from the same line as its time
/// @param userTicks time of all its threads in its own code since its start, in clock ticks
/// @param systemTicks the same in the kernel
/// @param minorFaults page faults since its start that needed no disk
/// @param majorFaults those that did
/// @param residentPages resident set size; zero where that is not told
public record ProcUsage(
        ProcStat process,
        long userTicks,
        long systemTicks,
        long minorFaults,
        long majorFaults,
        long residentPages) {

    /// Counted from the state of the process, the first field after its name.
    private static final int MINOR_FAULTS = 7;

    private static final int MAJOR_FAULTS = 9;
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
            byte[] pages = statm.getBytes(StandardCharsets.ISO_8859_1);
            long resident = Math.max(0, Statm.resident(ByteBuffer.wrap(pages)));
            return Optional.of(
                    new ProcUsage(
                            process.get(),
                            Long.parseLong(fields[USER]),
                            Long.parseLong(fields[SYSTEM]),
                            Long.parseLong(fields[MINOR_FAULTS]),
                            Long.parseLong(fields[MAJOR_FAULTS]),
                            resident));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
