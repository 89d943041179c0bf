package dev.sentinel.sample;

import dev.sentinel.linux.Descriptors;
import dev.sentinel.linux.HeldFile;
import dev.sentinel.linux.Proc;
import dev.sentinel.model.ProcessId;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// One file of each process, kept open and read again. Used by one thread.
final class HeldFiles {

    /// A tree of thousands must not use up the descriptors; whoever comes later is opened each
    /// time.
    private static final int USEFUL = 256;

    private final Proc proc;
    private final String name;
    private final Map<ProcessId, HeldFile> held = new HashMap<>();
    private int mostHeld;

    /// Opens nothing yet.
    ///
    /// @param name of the file below /proc/PID
    HeldFiles(Proc proc, String name) {
        this.proc = proc;
        this.name = name;
    }

    /// What the file says now.
    ///
    /// @param into direct, and long enough for all of it
    /// @return false when the process is gone
    boolean read(ProcessId id, ByteBuffer into) throws IOException {
        try {
            HeldFile file = held.get(id);
            return file == null ? readFirst(id, into) : file.read(into);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private boolean readFirst(ProcessId id, ByteBuffer into) throws IOException {
        HeldFile file = proc.hold(Long.toString(id.pid()), name);
        boolean keep = held.size() < mostHeld();
        try {
            // Asked once it is open: from then on the file means this process and no later one.
            if (proc.stat(id.pid())
                    .filter(stat -> id.startTicks() == stat.startTicks())
                    .isEmpty()) {
                keep = false;
                return false;
            }
            return file.read(into);
        } finally {
            if (keep) {
                held.put(id, file);
            } else {
                file.close();
            }
        }
    }

    /// Asked once, when there is something to hold.
    private int mostHeld() {
        if (mostHeld == 0) {
            mostHeld = Descriptors.own().share(USEFUL);
        }
        return mostHeld;
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
