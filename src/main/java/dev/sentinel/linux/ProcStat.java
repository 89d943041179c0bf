package dev.sentinel.linux;

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
/// @param state one letter: R running, S sleeping, D uninterruptible, T stopped, Z zombie, X dead
/// @param parent pid of the parent
/// @param threads how many of its threads live
/// @param startTicks clock ticks from boot to its start
public record ProcStat(long pid, char state, long parent, long threads, long startTicks) {

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
                            fields[STATE].charAt(0),
                            Long.parseLong(fields[PARENT]),
                            Long.parseLong(fields[THREADS]),
                            Long.parseLong(fields[START])));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /// Whether it still runs or can run. A zombie has ended, and only its status waits to be
    /// fetched; unless it is the first thread alone that has ended, and others go on.
    public boolean alive() {
        return state != 'X' && (state != 'Z' || threads > 1);
    }
}
