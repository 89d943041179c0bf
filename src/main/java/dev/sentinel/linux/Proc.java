package dev.sentinel.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the process file system, a whole file at once.
///
/// @param root where it is mounted, `/proc` but in tests
public record Proc(Path root) {

    /// What the kernel allows by default (fs.nr_open, proc_sys_fs(5)).
    private static final int MOST_FILES = 1 << 20;

    /// Bytes, for a line about a process.
    private static final int MOST_OFTEN_ENOUGH = 1 << 10;

    /// Where Linux has it.
    public static final Proc SYSTEM = new Proc(Path.of("/proc"));

    /// Empty when the process is gone.
    ///
    /// @throws IOException when that cannot be told, for instance for want of descriptors
    public Optional<ProcStat> stat(long pid) throws IOException {
        return read(Long.toString(pid), "stat").flatMap(ProcStat::parse);
    }

    /// What a process costs; empty when it is gone.
    public Optional<ProcUsage> usage(long pid) throws IOException {
        // In this order: whoever has the number afterwards had it before.
        String memory = read(Long.toString(pid), "statm").orElse("");
        return read(Long.toString(pid), "stat").flatMap(stat -> ProcUsage.parse(stat, memory));
    }

    /// How many files a process has open; zero when it is gone, or another user's where they have
    /// to be counted. Since Linux 6.2 that is the size of the directory (proc_pid_fd(5)), which was
    /// zero before.
    public int openFiles(long pid) {
        Path files = root.resolve(Path.of(Long.toString(pid), "fd"));
        try {
            long told = Files.size(files);
            return (int) Math.min(told > 0 ? told : counted(files), Integer.MAX_VALUE);
        } catch (IOException | UncheckedIOException goneOrHidden) {
            return 0;
        }
    }

    /// As before Linux 6.2.
    static long counted(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.limit(MOST_FILES).count();
        }
    }

    /// The process group of a process, and its terminal's; empty when the process is gone.
    Optional<Job> job(long pid) throws IOException {
        return read(Long.toString(pid), "stat").flatMap(Job::parse);
    }

    /// One look at every process that can be seen. Those that end meanwhile are left out.
    ///
    /// @throws IOException when the list would have holes, for instance for want of descriptors
    public List<ProcStat> stats() throws IOException {
        List<ProcStat> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, "[0-9]*")) {
            for (Path entry : entries) {
                read(entry.getFileName().toString(), "stat")
                        .flatMap(ProcStat::parse)
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    /// Pids of all processes that can be seen.
    public List<Long> pids() throws IOException {
        List<Long> pids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, "[0-9]*")) {
            for (Path entry : entries) {
                pids.add(Long.parseLong(entry.getFileName().toString()));
            }
        }
        return pids;
    }

    /// Whether the processes of other users are hidden from this one (hidepid, proc(5)): everybody
    /// else may know of the first process of all, which is always there.
    public boolean hidesOthers() {
        try {
            return stat(1).isEmpty();
        } catch (IOException untold) {
            return false;
        }
    }

    public boolean exists(String pid) {
        return Files.exists(root.resolve(pid));
    }

    /// The environment that a process was started with, `NAME=value` and a zero byte each; empty
    /// when it has ended or hides it (proc_pid_environ(5)).
    public String environment(long pid) throws IOException {
        return read(Long.toString(pid), "environ").orElse("");
    }

    /// Exact sums over all mappings of a process, in the form of `MemoryLines`; empty when it has
    /// ended or may not be looked at. Takes a lock that a process which is stuck may hold, and
    /// longer the more memory there is: for threads that may wait (proc_pid_smaps(5)).
    public Optional<ByteBuffer> memorySums(long pid) throws IOException {
        return read(Long.toString(pid), "smaps_rollup")
                .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /// Whether the kernel tells the children of a process (CONFIG_PROC_CHILDREN).
    public boolean tellsChildren() {
        return Files.exists(root.resolve("thread-self/children"));
    }

    /// Pids of the children of a process, from all of its threads; some may have ended, and one may
    /// be missing whose siblings end at this moment.
    public List<Long> children(ProcStat parent) throws IOException {
        String pid = Long.toString(parent.pid());
        List<Long> children = new ArrayList<>();
        if (parent.threads() == 1) {
            addChildren(pid, pid, children);
            return children;
        }
        Path threads = root.resolve(Path.of(pid, "task"));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(threads)) {
            for (Path thread : entries) {
                addChildren(pid, thread.getFileName().toString(), children);
            }
        } catch (NoSuchFileException gone) {
            return List.of();
        }
        return children;
    }

    private void addChildren(String pid, String thread, List<Long> into) throws IOException {
        String text = read(pid, "task", thread, "children").orElse("");
        for (int begin = 0; begin < text.length(); ) {
            int end = text.indexOf(' ', begin);
            if (end < 0) {
                break;
            }
            into.add(Long.parseLong(text, begin, end, 10));
            begin = end + 1;
        }
    }

    /// Main memory of the machine; empty if unreadable.
    public Optional<MemInfo> memory() {
        try {
            return read("meminfo").flatMap(MemInfo::parse);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// How much work waits for memory; empty where the kernel does not tell (CONFIG_PSI, or psi=0
    /// on its command line).
    public Optional<PressureStall> memoryPressure() {
        try {
            return read("pressure", "memory").flatMap(PressureStall::parse);
        } catch (IOException switchedOff) {
            return Optional.empty();
        }
    }

    /// Keeps a file open that is read again and again.
    ///
    /// @throws IOException when it is not there; its process may have ended
    public HeldFile hold(String first, String... more) throws IOException {
        return HeldFile.open(root.resolve(Path.of(first, more)));
    }

    /// Whether a file comes from the kernel: containers may lay one of their own over it.
    public boolean isKernels(String file) throws IOException {
        return Files.getAttribute(root.resolve(file), "unix:dev")
                .equals(Files.getAttribute(root, "unix:dev"));
    }

    private Optional<String> read(String first, String... more) throws IOException {
        Path file = root.resolve(Path.of(first, more));
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return Optional.of(text(channel));
        } catch (NoSuchFileException | AccessDeniedException goneOrHidden) {
            return Optional.empty();
        } catch (IOException failed) {
            if (meansGone(failed)) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /// Into less room than Java would take for a file that does not tell its size.
    private static String text(ReadableByteChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(MOST_OFTEN_ENOUGH);
        while (channel.read(buffer) >= 0) {
            if (!buffer.hasRemaining()) {
                buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer.flip());
            }
        }
        // A process name may hold any byte, and Latin-1 reads every one.
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }

    /// ESRCH in the middle of a read: the process ended, which is an answer. Java tells it only by
    /// the words.
    static boolean meansGone(IOException failed) {
        return String.valueOf(failed.getMessage()).contains("No such process");
    }
}
