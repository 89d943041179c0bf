package dev.sentinel.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The calls into the C library; [TerminalCalls] has those about terminals. Calls answer their
/// result, or the negated errno: `-ESRCH`.
///
/// A downcall cannot throw; whatever it throws all the same is a bug here.
///
/// Each has a class of its own, for linking one takes milliseconds and few are ever needed.
@SuppressWarnings("restricted")
final class Libc {

    /// errno(3): no such process; interrupted; no terminal at the other end any more.
    static final int ESRCH = 3;

    static final int EINTR = 4;
    static final int EIO = 5;

    /// fcntl(2), the same on x86-64 and aarch64.
    static final int O_CLOEXEC = 0x80000;

    static final int F_SETPIPE_SZ = 1031;

    /// prctl(2).
    static final int PR_SET_CHILD_SUBREAPER = 36;

    /// waitid(2): one process, that has ended, without waiting for it to.
    static final int P_PID = 1;

    static final int WNOHANG = 1;
    static final int WEXITED = 4;

    /// Bytes of a siginfo_t (sigaction(2)).
    static final int SIGINFO_SIZE = 128;

    static final long SYS_PIDFD_SEND_SIGNAL = 424;
    static final long SYS_PIDFD_OPEN = 434;

    private static final Linker LINKER = Linker.nativeLinker();

    private static final class Errno {
        static final Linker.Option CAPTURED = Linker.Option.captureCallState("errno");
        static final VarHandle FIELD =
                Linker.Option.captureStateLayout()
                        .varHandle(MemoryLayout.PathElement.groupElement("errno"));
    }

    private static final class Syscall {
        static final MethodHandle HANDLE =
                variadic(
                        "syscall",
                        1,
                        FunctionDescriptor.of(
                                JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    }

    private static final class Fcntl {
        static final MethodHandle HANDLE =
                variadic("fcntl", 2, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    }

    private static final class Close {
        static final MethodHandle HANDLE =
                handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    }

    private static final class Read {
        static final MethodHandle HANDLE =
                handle("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    }

    private static final class Poll {
        static final MethodHandle HANDLE =
                handle("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    }

    private static final class Pipe2 {
        static final MethodHandle HANDLE =
                handle("pipe2", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    }

    /// On the way to the command, so it is linked in the quickest way: without errno, and not as
    /// the variadic function that it is, for Linux passes integers to both alike.
    private static final class Prctl {
        static final MethodHandle HANDLE =
                LINKER.downcallHandle(
                        symbol("prctl"),
                        FunctionDescriptor.of(
                                JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    }

    private static final class Waitid {
        static final MethodHandle HANDLE =
                handle(
                        "waitid",
                        FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    }

    private Libc() {}

    /// pidfd_open(2): a descriptor (always close-on-exec), or the negated errno.
    static int pidfdOpen(long pid) {
        return syscall(SYS_PIDFD_OPEN, pid, 0, 0, 0);
    }

    /// pidfd_send_signal(2): zero, or the negated errno.
    static int pidfdSendSignal(int fd, int signal) {
        return syscall(SYS_PIDFD_SEND_SIGNAL, fd, signal, 0, 0);
    }

    /// close(2). Linux frees the descriptor whatever it answers, so nobody looks.
    static void close(int fd) {
        call(state -> (int) Close.HANDLE.invokeExact(state, fd));
    }

    /// read(2): waits for something to read.
    static int read(int fd, MemorySegment into, long most) {
        return call(state -> (int) (long) Read.HANDLE.invokeExact(state, fd, into, most));
    }

    /// poll(2): waits until the other end of that descriptor is gone, or something is wrong with
    /// it.
    static void awaitOtherEndsEnd(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            // struct pollfd: the descriptor, what to wait for beside the end (nothing), what came.
            MemorySegment wanted = arena.allocate(JAVA_INT, 2);
            wanted.set(JAVA_INT, 0, fd);
            var _ = call(state -> (int) Poll.HANDLE.invokeExact(state, wanted, 1L, -1));
        }
    }

    /// prctl(2) with one argument; whether it was done.
    static boolean prctl(int option, long argument) {
        try {
            return (int) Prctl.HANDLE.invokeExact(option, argument, 0L, 0L, 0L) >= 0;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// waitid(2) for one child: fetches its status, if it has ended, and throws it away.
    static int reap(int pid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(SIGINFO_SIZE);
            return call(state ->
                    (int) Waitid.HANDLE.invokeExact(state, P_PID, pid, info, WEXITED | WNOHANG));
        }
    }

    static int setPipeSize(int fd, int bytes) {
        return call(state -> (int) Fcntl.HANDLE.invokeExact(state, fd, F_SETPIPE_SZ, bytes));
    }

    /// pipe2(2) with O_CLOEXEC: read end and write end.
    static int[] pipe() throws SyscallFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ends = arena.allocate(JAVA_INT, 2);
            int result = call(state -> (int) Pipe2.HANDLE.invokeExact(state, ends, O_CLOEXEC));
            if (result < 0) {
                throw new SyscallFailed("pipe2", -result);
            }
            return ends.toArray(JAVA_INT);
        }
    }

    private static int syscall(long number, long a, long b, long c, long d) {
        return call(state -> (int) (long) Syscall.HANDLE.invokeExact(state, number, a, b, c, d));
    }

    /// A downcall that leaves errno in the segment it is given.
    interface Downcall {
        int invoke(MemorySegment state) throws Throwable;
    }

    static int call(Downcall downcall) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            int result = downcall.invoke(state);
            return result == -1 ? -(int) Errno.FIELD.get(state, 0L) : result;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    static MethodHandle handle(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(symbol(name), descriptor, Errno.CAPTURED);
    }

    static MethodHandle variadic(String name, int fixed, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(
                symbol(name), descriptor, Errno.CAPTURED, Linker.Option.firstVariadicArg(fixed));
    }

    private static MemorySegment symbol(String name) {
        SymbolLookup lookup = LINKER.defaultLookup();
        return lookup.find(name)
                .orElseThrow(() -> new AssertionError("the C library has no " + name));
    }
}
