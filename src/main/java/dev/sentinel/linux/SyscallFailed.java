package dev.sentinel.linux;

import java.io.IOException;
import java.io.Serial;

/// A system call that failed in a way nobody expects.
public final class SyscallFailed extends IOException {

    @Serial private static final long serialVersionUID = 1L;

    private final int errno;

    SyscallFailed(String call, int errno) {
        super("%s failed with errno %d".formatted(call, errno));
        this.errno = errno;
    }

    /// The number, as in errno(3).
    public int errno() {
        return errno;
    }
}
