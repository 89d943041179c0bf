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

    /// getuid(2).
    public static long uid() {
        return Integer.toUnsignedLong(Libc.getuid());
    }
}
