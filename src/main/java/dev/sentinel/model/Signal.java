package dev.sentinel.model;

import java.util.List;
import java.util.Locale;

/// A signal by its number on Linux (signal(7), the numbers shared by x86-64 and aarch64).
///
/// @param number 1 to 64
public record Signal(int number) {

    private static final List<String> NAMES =
            List.of(
                    "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1",
                    "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP",
                    "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO",
                    "PWR", "SYS");

    public static final Signal HUP = new Signal(1);
    public static final Signal INT = new Signal(2);
    public static final Signal QUIT = new Signal(3);
    public static final Signal KILL = new Signal(9);
    public static final Signal TERM = new Signal(15);
    public static final Signal CONT = new Signal(18);
    public static final Signal WINCH = new Signal(28);

    public Signal {
        if (number < 1 || number > 64) {
            throw new IllegalArgumentException("signals are numbered 1 to 64, not " + number);
        }
    }

    /// The names that signals have, without SIG.
    public static List<String> names() {
        return NAMES;
    }

    /// Reads `TERM`, `SIGTERM`, `sigterm` or `15`.
    ///
    /// @throws IllegalArgumentException with a sentence for the user
    public static Signal parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (name.matches("\\d{1,2}")) {
            int number = Integer.parseInt(name);
            if (number >= 1 && number <= 64) {
                return new Signal(number);
            }
        }
        int index = NAMES.indexOf(name.startsWith("SIG") ? name.substring(3) : name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "'%s' is not a signal; write a name or a number, for instance TERM, INT or 15"
                            .formatted(text));
        }
        return new Signal(index + 1);
    }

    /// `SIGTERM`; the real-time signals have no name of their own: `signal 40`.
    @Override
    public String toString() {
        return number <= NAMES.size() ? "SIG" + NAMES.get(number - 1) : "signal " + number;
    }
}
