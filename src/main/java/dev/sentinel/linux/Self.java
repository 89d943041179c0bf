package dev.sentinel.linux;

/// What this process is to the kernel.
public final class Self {

    /// stdin, stdout, stderr.
    public enum Stream {
        INPUT(0),
        OUTPUT(1),
        ERROR(2);

        private final int fd;

        Stream(int fd) {
            this.fd = fd;
        }
    }

    private Self() {}

    /// isatty(3).
    public static boolean isTerminal(Stream stream) {
        return Libc.isatty(stream.fd);
    }

    /// Whether this process is in the foreground of that terminal: a job that a shell has put into
    /// the background is stopped as soon as it touches the terminal's settings (tcgetpgrp(3)).
    public static boolean isInForeground(Stream stream) {
        return Libc.tcgetpgrp(stream.fd) == Libc.getpgrp();
    }

    /// getuid(2).
    public static long uid() {
        return Integer.toUnsignedLong(Libc.getuid());
    }
}
