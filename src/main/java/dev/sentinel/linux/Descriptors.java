package dev.sentinel.linux;

import java.io.IOException;

/// How many files this process may have open at a time (RLIMIT_NOFILE), shared out: whoever could
/// use up all of them, clients for one, leaves enough for the guard to see and to signal with.
///
/// @param limit of the whole process
public record Descriptors(long limit) {

    /// What most systems give.
    private static final int USUAL = 1024;

    /// For the clients of the socket, those of the exporter, the files of a tree that stay open,
    /// and all the rest.
    private static final int SHARES = 4;

    private static final String NAME = "Max open files";

    /// As this process has it now.
    public static Descriptors own() {
        try {
            return parse(KernelFile.read("/proc/self/limits"));
        } catch (IOException unreadable) {
            return new Descriptors(USUAL);
        }
    }

    /// From the lines of proc_pid_limits(5); of both numbers the first one counts.
    ///
    /// ```
    ///    Limit                     Soft Limit           Hard Limit           Units
    ///    Max open files            1024                 1048576              files
    /// ```
    static Descriptors parse(String limits) {
        int begin = limits.indexOf(NAME) + NAME.length();
        while (begin < limits.length() && limits.charAt(begin) == ' ') {
            begin++;
        }
        int end = begin;
        while (end < limits.length() && Character.isDigit(limits.charAt(end))) {
            end++;
        }
        boolean told = limits.contains(NAME) && begin < end;
        return new Descriptors(told ? Long.parseLong(limits, begin, end, 10) : USUAL);
    }

    /// How many one of those may have who could use up all.
    ///
    /// @param atMost what it has use for
    public int share(int atMost) {
        return (int) Math.min(atMost, Math.max(1, limit / SHARES));
    }
}
