package dev.sentinel.linux;

import java.nio.ByteBuffer;

/// Amounts of memory by name, as /proc/PID/status and /proc/PID/smaps_rollup have them
/// (proc_pid_status(5), proc_pid_smaps(5)).
///
/// ```
/// VmRSS:      1580 kB
/// Pss_Anon:            112 kB
/// ```
public final class MemoryLines {

    private static final int KIB = 1024;

    private MemoryLines() {}

    /// The amount in bytes, or -1 when there is no such line. Nothing is allocated.
    ///
    /// @param text the whole file, from zero to its limit; its position does not matter
    public static long bytes(ByteBuffer text, String name) {
        int end = text.limit();
        int at = 0;
        while (at < end) {
            if (beginsWith(text, at, name)) {
                return number(text, at + name.length() + 1) * KIB;
            }
            while (at < end && text.get(at) != '\n') {
                at++;
            }
            at++;
        }
        return -1;
    }

    private static boolean beginsWith(ByteBuffer text, int at, String name) {
        if (at + name.length() >= text.limit() || text.get(at + name.length()) != ':') {
            return false;
        }
        for (int letter = 0; letter < name.length(); letter++) {
            if (text.get(at + letter) != name.charAt(letter)) {
                return false;
            }
        }
        return true;
    }

    private static long number(ByteBuffer text, int from) {
        long number = 0;
        for (int at = from; at < text.limit() && text.get(at) != '\n'; at++) {
            byte letter = text.get(at);
            if (letter >= '0' && letter <= '9') {
                number = number * 10 + (letter - '0');
            }
        }
        return number;
    }
}
