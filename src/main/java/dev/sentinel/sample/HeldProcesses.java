package dev.sentinel.sample;

import dev.sentinel.linux.HeldFile;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.ProcStat;
import dev.sentinel.model.ProcessId;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Processes that cannot be mistaken for others, because each is held by its /proc/PID/stat, which
/// stays open: like a pidfd it means the process and never the number, and as long as it can be
/// read nobody else has the number. Unlike a pidfd it takes no native call. Whoever comes when
/// there is no room left is known by number and start time alone. Used by one thread.
public final class HeldProcesses {

    /// A name of at most 64 bytes and some fifty numbers.
    private static final int LONGEST = 2048;

    private record Held(ProcessId id, HeldFile stat) {}

    private final Proc proc;
    private final ByteBuffer text = ByteBuffer.allocateDirect(LONGEST);
    private final Map<Long, Held> held = new HashMap<>();
    private final Room room = new Room();

    /// Holds nobody yet.
    public HeldProcesses(Proc proc) {
        this.proc = proc;
    }

    /// Who has the number now, and is held from now on; empty when nobody has. Whoever has both
    /// number and start time of one that is held and has ended counts as nobody until that one is
    /// let go of: they could not be told apart by whoever remembers it.
    ///
    /// @throws IOException when that cannot be told, for instance for want of descriptors
    Optional<ProcStat> stat(long pid) throws IOException {
        Held known = held.get(pid);
        if (known == null) {
            return room.isLeft(held.size()) ? hold(pid) : proc.stat(pid);
        }
        Optional<ProcStat> same = read(known.stat());
        return same.isPresent() ? same : successor(known);
    }

    private Optional<ProcStat> successor(Held ended) throws IOException {
        long pid = ended.id().pid();
        Optional<ProcStat> now = proc.stat(pid);
        if (now.isEmpty() || ProcessTable.idOf(now.get()).equals(ended.id())) {
            return Optional.empty();
        }
        held.remove(pid);
        ended.stat().close();
        return hold(pid);
    }

    private Optional<ProcStat> hold(long pid) throws IOException {
        HeldFile file = open(pid).orElse(null);
        if (file == null) {
            return Optional.empty();
        }
        Optional<ProcStat> stat = Optional.empty();
        try {
            stat = read(file);
            stat.ifPresent(who -> held.put(pid, new Held(ProcessTable.idOf(who), file)));
        } finally {
            if (stat.isEmpty()) {
                file.close();
            }
        }
        return stat;
    }

    private Optional<HeldFile> open(long pid) throws IOException {
        try {
            return Optional.of(proc.hold(Long.toString(pid), "stat"));
        } catch (NoSuchFileException | AccessDeniedException goneOrHidden) {
            return Optional.empty();
        }
    }

    private Optional<ProcStat> read(HeldFile file) throws IOException {
        return file.read(text)
                ? ProcStat.parse(StandardCharsets.ISO_8859_1.decode(text).toString())
                : Optional.empty();
    }

    /// Whether the number still means this process, and has meant it ever since the process was
    /// held. Of one that is not held: whether the start time is the same, in hundredths of a
    /// second.
    ///
    /// @throws IOException when that cannot be told
    public boolean isStill(ProcessId process) throws IOException {
        Held known = held.get(process.pid());
        if (known == null) {
            return proc.stat(process.pid())
                    .filter(stat -> stat.startTicks() == process.startTicks())
                    .isPresent();
        }
        return known.id().equals(process) && read(known.stat()).isPresent();
    }

    /// Lets go of all others.
    void keepOnly(Set<ProcessId> processes) {
        held.values()
                .removeIf(one -> {
                    boolean goes = !processes.contains(one.id());
                    if (goes) {
                        one.stat().close();
                    }
                    return goes;
                });
    }
}
