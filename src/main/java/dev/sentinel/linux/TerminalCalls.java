package dev.sentinel.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The calls into the C library that are about terminals; see [Libc]. All numbers are the same on
/// x86-64 and aarch64 (ioctl_tty(2)).
final class TerminalCalls {

    static final long TCGETS = 0x5401;
    static final long TCSETS = 0x5402;
    static final long TIOCGWINSZ = 0x5413;
    static final long TIOCSWINSZ = 0x5414;
    static final long TIOCSPTLCK = 0x40045431;
    static final long TIOCGPTPEER = 0x5441;

    /// open(2).
    static final int O_RDWR = 2;

    static final int O_NOCTTY = 0x100;
    private static final int OURS_ALONE = O_RDWR | O_NOCTTY | Libc.O_CLOEXEC;

    /// struct termios as the kernel has it, not the larger one of the C library; the second of its
    /// integers are the output modes (termios(3)).
    static final int TERMIOS_BYTES = 36;

    static final int OUTPUT_MODES = 4;
    static final int OPOST = 1;

    private static final class Isatty {
        static final MethodHandle HANDLE =
                Libc.handle("isatty", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    }

    private static final class Ioctl {
        static final MethodHandle HANDLE =
                Libc.variadic(
                        "ioctl", 2, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
    }

    private static final class PosixOpenpt {
        static final MethodHandle HANDLE =
                Libc.handle("posix_openpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    }

    private TerminalCalls() {}

    static boolean isatty(int fd) {
        return Libc.call(state -> (int) Isatty.HANDLE.invokeExact(state, fd)) == 1;
    }

    /// Rows and columns of a terminal; zeros when it does not tell.
    static short[] windowSize(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            // struct winsize: rows, columns, and two for pixels.
            MemorySegment size = arena.allocate(JAVA_SHORT, 4);
            var _ = ioctl(fd, TIOCGWINSZ, size);
            return size.asSlice(0, 2 * JAVA_SHORT.byteSize()).toArray(JAVA_SHORT);
        }
    }

    static void setWindowSize(int fd, int rows, int columns) throws SyscallFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(JAVA_SHORT, 4);
            size.setAtIndex(JAVA_SHORT, 0, (short) rows);
            size.setAtIndex(JAVA_SHORT, 1, (short) columns);
            required("TIOCSWINSZ", ioctl(fd, TIOCSWINSZ, size));
        }
    }

    /// A new pseudo-terminal, not locked: the descriptor of its controlling side.
    static int openPseudoTerminal() throws SyscallFailed {
        int fd =
                required(
                        "posix_openpt",
                        Libc.call(
                                state -> (int) PosixOpenpt.HANDLE.invokeExact(state, OURS_ALONE)));
        try (Arena arena = Arena.ofConfined()) {
            required("TIOCSPTLCK", ioctl(fd, TIOCSPTLCK, arena.allocate(JAVA_INT)));
            return fd;
        } catch (SyscallFailed refused) {
            Libc.close(fd);
            throw refused;
        }
    }

    /// The other side of a pseudo-terminal, wherever its name is.
    static int openPeer(int fd) throws SyscallFailed {
        return required("TIOCGPTPEER", ioctl(fd, TIOCGPTPEER, MemorySegment.ofAddress(OURS_ALONE)));
    }

    /// What is written to a terminal goes out as it is, without a carriage return at each line's
    /// end.
    static void setRawOutput(int fd) throws SyscallFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment termios = arena.allocate(TERMIOS_BYTES, Integer.BYTES);
            required("TCGETS", ioctl(fd, TCGETS, termios));
            int modes = termios.get(JAVA_INT, OUTPUT_MODES);
            termios.set(JAVA_INT, OUTPUT_MODES, modes & ~OPOST);
            required("TCSETS", ioctl(fd, TCSETS, termios));
        }
    }

    private static int ioctl(int fd, long request, MemorySegment argument) {
        return Libc.call(state -> (int) Ioctl.HANDLE.invokeExact(state, fd, request, argument));
    }

    private static int required(String call, int result) throws SyscallFailed {
        if (result < 0) {
            throw new SyscallFailed(call, -result);
        }
        return result;
    }
}
