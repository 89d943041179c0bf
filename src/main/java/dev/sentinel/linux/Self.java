package dev.sentinel.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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

    /// isatty(3). A pipe, a file or /dev/null is told by its name alone: the first call into C
    /// costs more than all the rest on the way to the child.
    public static boolean isTerminal(Stream stream) {
        return mayBeTerminal(stream) && TerminalCalls.isatty(stream.fd);
    }

    /// How much a terminal shows.
    ///
    /// @param columns in a line; zero when it does not tell
    /// @param rows lines; zero when it does not tell
    public record Size(int columns, int rows) {}

    /// How much the terminal at a stream shows.
    public static Size terminalSize(Stream stream) {
        short[] told = TerminalCalls.windowSize(stream.fd);
        return new Size(Short.toUnsignedInt(told[1]), Short.toUnsignedInt(told[0]));
    }

    /// Waits until nobody reads any more what is written to a stream. Returns at once when that
    /// cannot happen without being told, as with a file or a terminal.
    ///
    /// @return whether nobody reads any more
    public static boolean awaitReadersEnd(Stream stream) {
        try {
            Path link = Path.of("/proc/self/fd", Integer.toString(stream.fd));
            if (Files.readSymbolicLink(link).isAbsolute()) {
                return false;
            }
        } catch (IOException unreadable) {
            return false;
        }
        Libc.awaitOtherEndsEnd(stream.fd);
        return true;
    }

    private static boolean mayBeTerminal(Stream stream) {
        Path link = Path.of("/proc/self/fd", Integer.toString(stream.fd));
        try {
            Path target = Files.readSymbolicLink(link);
            return target.isAbsolute() && !target.endsWith("null") && !Files.isRegularFile(link);
        } catch (IOException unreadable) {
            return true;
        }
    }

    /// Whether this process is in the foreground of its terminal: what the terminal's keys send,
    /// Ctrl-C for instance, goes to it and to all of its process group, and it may touch the
    /// terminal's settings without being stopped.
    public static boolean hearsTheTerminal() {
        return job(ProcessHandle.current().pid()).filter(Job::inForeground).isPresent();
    }

    /// Whether that process is in the process group of this one.
    public static boolean isInOurGroup(long pid) {
        Optional<Long> ours = job(ProcessHandle.current().pid()).map(Job::group);
        return ours.isPresent() && ours.equals(job(pid).map(Job::group));
    }

    private static Optional<Job> job(long pid) {
        try {
            return Proc.SYSTEM.job(pid);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// The real user's number.
    public static long uid() {
        return told(Auxv.UID);
    }

    /// Bytes of a page of memory.
    public static long pageSize() {
        return told(Auxv.PAGE_SIZE);
    }

    /// How many of the ticks that processor time is counted in make a second.
    public static long clockTicks() {
        return told(Auxv.CLOCK_TICKS);
    }

    private static long told(long type) {
        try {
            return new Auxv(Files.readAllBytes(Path.of("/proc/self/auxv"))).get(type).orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "cannot read /proc/self/auxv; is /proc mounted?", unreadable);
        }
    }
}
