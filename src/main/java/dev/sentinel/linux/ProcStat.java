package dev.sentinel.linux;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The parts of /proc/PID/stat that say who a process is (proc_pid_stat(5)).
///
/// ```
///    4711 (java) S 4700 4711 4700 34816 4711 4194304 20931 0 4 0 112 20 0 0 20 0 21 0 93311 …
/// ```
///
/// The name stands in parentheses and may hold anything, also spaces, `)` and newlines, so fields
/// are counted from the last `)`.
///
/// @param name the command name as the kernel keeps it, at most 15 bytes, one character a byte
/// @param state one letter: R running, S sleeping, D uninterruptible, T stopped, Z zombie, X dead
/// @param parent pid of the parent
/// @param threads how many of its threads live
/// @param startTicks clock ticks from boot to its start
public record ProcStat(
        long pid, String name, char state, long parent, long threads, long startTicks) {

    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int THREADS = 17;
    private static final int START = 19;

    /// Empty when the text is not such a line: it was cut short, or the file is another.
    public static Optional<ProcStat> parse(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        if (open < 1 || close < open) {
            return Optional.empty();
        }
        String[] fields = text.substring(close + 1).strip().split(" ", START + 2);
        if (fields.length <= START) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ProcStat(
                            Long.parseLong(text.substring(0, open).strip()),
                            text.substring(open + 1, close),
                            fields[STATE].charAt(0),
                            Long.parseLong(fields[PARENT]),
                            Long.parseLong(fields[THREADS]),
                            Long.parseLong(fields[START])));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /// The name as whoever gave it wrote it: nearly always UTF-8. It may hold anything.
    public String readableName() {
        return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /// Whether it still runs or can run. A zombie has ended, and only its status waits to be
    /// fetched; unless it is the first thread alone that has ended, and others go on.
    public boolean alive() {
        return state != 'X' && (state != 'Z' || threads > 1);
    }
}
