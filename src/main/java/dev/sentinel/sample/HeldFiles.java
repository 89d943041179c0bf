package dev.sentinel.sample;

import dev.sentinel.linux.HeldFile;
import dev.sentinel.linux.Proc;
import dev.sentinel.model.ProcessId;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// One file of each process, kept open and read again: what samplers of such a file have in common.
/// Whoever comes when there is no room left is opened each time. Used by one thread.
final class HeldFiles {

    private final Proc proc;
    private final String name;
    private final ByteBuffer text;
    private final Function<ByteBuffer, Sampled> reader;
    private final Map<ProcessId, HeldFile> held = new HashMap<>();
    private final Room room = new Room();

    /// Opens nothing yet.
    ///
    /// @param name of the file below /proc/PID
    /// @param longest as many bytes as it may have
    /// @param reader makes sense of its text
    HeldFiles(Proc proc, String name, int longest, Function<ByteBuffer, Sampled> reader) {
        this.proc = proc;
        this.name = name;
        this.text = ByteBuffer.allocateDirect(longest);
        this.reader = reader;
    }

    /// What the file says now.
    Sampled sample(ProcessId id) {
        try {
            HeldFile file = held.get(id);
            boolean there = file == null ? readFirst(id) : file.read(text);
            return there ? reader.apply(text) : new Sampled.Vanished();
        } catch (NoSuchFileException gone) {
            return new Sampled.Vanished();
        } catch (IOException unreadable) {
            return new Sampled.Denied(String.valueOf(unreadable.getMessage()));
        }
    }

    private boolean readFirst(ProcessId id) throws IOException {
        HeldFile file = proc.hold(Long.toString(id.pid()), name);
        boolean keep = room.isLeft(held.size());
        try {
            // Asked once it is open: from then on the file means this process and no later one.
            if (proc.stat(id.pid())
                    .filter(stat -> id.startTicks() == stat.startTicks())
                    .isEmpty()) {
                keep = false;
                return false;
            }
            return file.read(text);
        } finally {
            if (keep) {
                held.put(id, file);
            } else {
                file.close();
            }
        }
    }

    /// Closes those of all other processes.
    void keepOnly(Set<ProcessId> processes) {
        if (held.size() > processes.size() || !processes.containsAll(held.keySet())) {
            held.entrySet()
                    .removeIf(entry -> {
                        boolean goes = !processes.contains(entry.getKey());
                        if (goes) {
                            entry.getValue().close();
                        }
                        return goes;
                    });
        }
    }
}
