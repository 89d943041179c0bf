package dev.sentinel.sample;

import dev.sentinel.linux.Proc;
import dev.sentinel.linux.Self;
import dev.sentinel.linux.Statm;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.ProcessId;

import java.nio.ByteBuffer;
import java.util.Set;

/// Resident set size from a /proc/PID/statm that stays open: about 1 µs a look.
public final class StatmSampler implements Sampler {

    /// Seven numbers of at most twenty digits.
    private static final int LONGEST = 256;

    private final HeldFiles files;
    private long pageSize;

    /// Opens nothing yet.
    public StatmSampler(Proc proc) {
        this.files = new HeldFiles(proc, "statm", LONGEST, this::read);
    }

    @Override
    public Sampled sample(ProcessId id) {
        return files.sample(id);
    }

    private Sampled read(ByteBuffer text) {
        long pages = Statm.resident(text);
        return pages < 0
                ? new Sampled.Denied("statm has an unknown form")
                : new Sampled.Read(new ByteSize(pages * pageSize()));
    }

    /// In bytes; the same for the whole life of a machine, so asked once.
    private long pageSize() {
        if (pageSize == 0) {
            pageSize = Self.pageSize();
        }
        return pageSize;
    }

    @Override
    public String source() {
        return "statm";
    }

    @Override
    public void keepOnly(Set<ProcessId> processes) {
        files.keepOnly(processes);
    }
}
