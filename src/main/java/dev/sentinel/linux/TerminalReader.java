package dev.sentinel.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// What is written to a pseudo-terminal, from its controlling side. Java has no other way to read
/// there: a name would open a new one, as /proc/self/fd/N is /dev/ptmx again.
///
/// For one thread at a time.
final class TerminalReader extends InputStream {

    /// The kernel rarely gives more than half of that at a time.
    private static final int MOST = 1 << 13;

    private final int fd;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment piece = arena.allocate(MOST);
    private boolean closed;

    TerminalReader(int fd) {
        this.fd = fd;
    }

    int fd() {
        return fd;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// Once nobody has the other side any more the kernel still gives what was written, and then
    /// answers EIO.
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int got = Libc.read(fd, piece, Math.min(length, MOST));
        while (got == -Libc.EINTR) {
            got = Libc.read(fd, piece, Math.min(length, MOST));
        }
        if (got == -Libc.EIO || got == 0) {
            return -1;
        }
        if (got < 0) {
            throw new SyscallFailed("read", -got);
        }
        MemorySegment.copy(piece, JAVA_BYTE, 0, bytes, offset, got);
        return got;
    }

    @Override
    public void close() {
        // The number may be somebody else's by the second time.
        if (!closed) {
            closed = true;
            Libc.close(fd);
            arena.close();
        }
    }
}
