package dev.sentinel.linux;

import java.nio.ByteBuffer;

/// /proc/PID/statm: memory of a process in pages (proc_pid_statm(5)), the cheapest file to tell it.
///
/// ```
///    3181 1024 412 210 0 388 0
/// ```
public final class Statm {

    private static final int RESIDENT = 1;

    private Statm() {}

    /// The second number, the resident set size in pages; zero for a zombie, -1 when the text is no
    /// such line. Nothing is allocated.
    ///
    /// @param text the file as ASCII, from its position to its limit
    public static long resident(ByteBuffer text) {
        int field = 0;
        long number = -1;
        while (text.hasRemaining()) {
            byte letter = text.get();
            if (letter >= '0' && letter <= '9') {
                number = Math.max(0, number) * 10 + (letter - '0');
            } else if (field == RESIDENT) {
                return number;
            } else {
                field++;
                number = -1;
            }
        }
        return -1;
    }
}
