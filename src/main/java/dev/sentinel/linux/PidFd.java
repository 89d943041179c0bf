package dev.sentinel.linux;

import java.util.Optional;

/// A process that cannot be mistaken for another: pidfd_open(2). Signals sent through it never
/// reach a process that got the same number later. Needs Linux 5.3.
public final class PidFd implements AutoCloseable {

    private final int fd;

    private PidFd(int fd) {
        this.fd = fd;
    }

    /// Empty when there is no such process any more.
    ///
    /// @throws SyscallFailed for everything else, for instance no descriptors left
    public static Optional<PidFd> open(long pid) throws SyscallFailed {
        int result = Libc.pidfdOpen(pid);
        if (result >= 0) {
            return Optional.of(new PidFd(result));
        }
        // ESRCH is fine: it ended between the look and the call.
        if (result == -Libc.ESRCH) {
            return Optional.empty();
        }
        throw new SyscallFailed("pidfd_open", -result);
    }

    /// False when the process has ended already.
    ///
    /// @throws SyscallFailed for instance when it belongs to somebody else
    public boolean send(int signal) throws SyscallFailed {
        int result = Libc.pidfdSendSignal(fd, signal);
        if (result >= 0) {
            return true;
        }
        // ESRCH is fine: too late is as good as in time.
        if (result == -Libc.ESRCH) {
            return false;
        }
        throw new SyscallFailed("pidfd_send_signal", -result);
    }

    @Override
    public void close() {
        Libc.close(fd);
    }
}
