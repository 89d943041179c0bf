package dev.sentinel.sample;

import dev.sentinel.linux.MemoryLines;
import dev.sentinel.linux.Proc;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.ProcessId;

import java.nio.ByteBuffer;
import java.util.Set;

/// Resident set size and swap from a /proc/PID/status that stays open. It says much else, so a look
/// takes some ten times as long as one at statm, which does not know of swap.
public final class SwapSampler implements Sampler {

    /// A list of groups stands before what matters; most processes have few.
    private static final int LONGEST = 1 << 14;

    private final HeldFiles files;

    /// Opens nothing yet.
    public SwapSampler(Proc proc) {
        this.files = new HeldFiles(proc, "status", LONGEST, SwapSampler::read);
    }

    @Override
    public Sampled sample(ProcessId id) {
        return files.sample(id);
    }

    private static Sampled read(ByteBuffer text) {
        long resident = MemoryLines.bytes(text, "VmRSS");
        long swap = MemoryLines.bytes(text, "VmSwap");
        if (resident < 0 || swap < 0) {
            // A process that is ending has given its memory back, and the lines are gone with it.
            return MemoryLines.bytes(text, "VmSize") < 0
                    ? new Sampled.Read(ByteSize.ZERO)
                    : new Sampled.Denied("status has an unknown form");
        }
        return new Sampled.Read(new ByteSize(resident + swap), new ByteSize(resident));
    }

    @Override
    public String source() {
        return "status";
    }

    @Override
    public void keepOnly(Set<ProcessId> processes) {
        files.keepOnly(processes);
    }
}
