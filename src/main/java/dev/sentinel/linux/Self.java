package dev.sentinel.linux;

/// What this process is to the kernel.
public final class Self {

    /// stdin, stdout, stderr.
    public enum Stream {
        INPUT,
        OUTPUT,
        ERROR
    }

    private Self() {}

    /// isatty(3).
    public static boolean isTerminal(Stream stream) {
        return Libc.isatty(stream.ordinal());
    }

    /// getuid(2).
    public static long uid() {
        return Integer.toUnsignedLong(Libc.getuid());
    }
}
