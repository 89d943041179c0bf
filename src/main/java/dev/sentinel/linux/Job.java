package dev.sentinel.linux;

import java.util.Optional;

/// The parts of /proc/PID/stat that say whom a terminal's signals reach (proc_pid_stat(5)): Ctrl-C
/// goes to every process of the group that the terminal listens to.
///
/// @param group the process group
/// @param foreground the group in the foreground of its controlling terminal, -1 without one
record Job(long group, long foreground) {

    private static final int GROUP = 2;
    private static final int FOREGROUND = 5;

    /// Empty when the text is not such a line.
    static Optional<Job> parse(String text) {
        // The name before it may hold anything, also a parenthesis.
        String[] fields = text.substring(text.lastIndexOf(')') + 1).strip().split(" ", -1);
        if (fields.length <= FOREGROUND) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Job(Long.parseLong(fields[GROUP]), Long.parseLong(fields[FOREGROUND])));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    boolean inForeground() {
        return group == foreground;
    }
}
