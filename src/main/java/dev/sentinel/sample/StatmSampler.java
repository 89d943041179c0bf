package dev.sentinel.sample;

import dev.sentinel.linux.Descriptors;
import dev.sentinel.linux.HeldFile;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.Self;
import dev.sentinel.linux.Statm;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.ProcessId;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Resident set size from a /proc/PID/statm that stays open: about 1 µs a look.
public final class StatmSampler implements Sampler {

    /// Seven numbers of at most twenty digits.
    private static final int LONGEST = 256;

    /// A tree of thousands must not use up the descriptors; whoever comes later is opened each
    /// time.
    private static final int USEFUL = 256;

    private final Proc proc;
    private final ByteBuffer text = ByteBuffer.allocateDirect(LONGEST);
    private final Map<ProcessId, HeldFile> held = new HashMap<>();
    private int mostHeld;
    private long pageSize;

    /// Opens nothing yet.
    public StatmSampler(Proc proc) {
        this.proc = proc;
    }

    @Override
    public Sampled sample(ProcessId id) {
        try {
            HeldFile file = held.get(id);
            return file == null ? firstLook(id) : read(file);
        } catch (NoSuchFileException gone) {
            return new Sampled.Vanished();
        } catch (IOException unreadable) {
            return new Sampled.Denied(String.valueOf(unreadable.getMessage()));
        }
    }

    private Sampled firstLook(ProcessId id) throws IOException {
        HeldFile file = proc.hold(Long.toString(id.pid()), "statm");
        boolean keep = held.size() < mostHeld();
        try {
            // Asked once it is open: from then on the file means this process and no later one.
            if (proc.stat(id.pid())
                    .filter(stat -> id.startTicks() == stat.startTicks())
                    .isEmpty()) {
                keep = false;
                return new Sampled.Vanished();
            }
            return read(file);
        } finally {
            if (keep) {
                held.put(id, file);
            } else {
                file.close();
            }
        }
    }

    private Sampled read(HeldFile file) throws IOException {
        if (!file.read(text)) {
            return new Sampled.Vanished();
        }
        long pages = Statm.resident(text);
        return pages < 0
                ? new Sampled.Denied("statm has an unknown form")
                : new Sampled.Read(new ByteSize(pages * pageSize()));
    }

    /// Asked once, when there is something to hold.
    private int mostHeld() {
        if (mostHeld == 0) {
            mostHeld = Descriptors.own().share(USEFUL);
        }
        return mostHeld;
    }

    /// In bytes; the same for the whole life of a machine, so asked once.
    private long pageSize() {
        if (pageSize == 0) {
            pageSize = Self.pageSize();
        }
        return pageSize;
    }

    @Override
    public void keepOnly(Set<ProcessId> processes) {
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
