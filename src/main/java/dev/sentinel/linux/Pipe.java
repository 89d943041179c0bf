package dev.sentinel.linux;

import java.nio.file.Path;

/// A pipe whose ends have names, so that ProcessBuilder can give one to a child and Java can read
/// the other. The JDK's own pipe to a child would do, were it not for its last act: at the child's
/// exit it reads all that is left into the heap, without a bound, while a grandchild may still be
/// writing.
///
/// Opening a name makes a new descriptor; closing the pipe closes only the two it began with.
public final class Pipe implements AutoCloseable {

    /// Large enough that a flooding child rarely waits for the reader; what pipe(7) lets everybody
    /// ask.
    private static final int BYTES = 1 << 20;

    private final int readEnd;
    private final int writeEnd;

    private Pipe(int readEnd, int writeEnd) {
        this.readEnd = readEnd;
        this.writeEnd = writeEnd;
    }

    public static Pipe open() throws SyscallFailed {
        int[] ends = Libc.pipe();
        // A refusal is fine: the user's pipe budget may be spent, and 64 KiB work too.
        Libc.setPipeSize(ends[0], BYTES);
        return new Pipe(ends[0], ends[1]);
    }

    public Path readPath() {
        return pathOf(readEnd);
    }

    public Path writePath() {
        return pathOf(writeEnd);
    }

    private static Path pathOf(int fd) {
        return Path.of("/proc/self/fd/" + fd);
    }

    @Override
    public void close() {
        Libc.close(readEnd);
        Libc.close(writeEnd);
    }
}
