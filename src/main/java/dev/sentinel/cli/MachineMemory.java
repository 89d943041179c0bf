package dev.sentinel.cli;

import dev.sentinel.linux.CgroupLimit;
import dev.sentinel.linux.Proc;
import dev.sentinel.model.ByteSize;

import java.nio.file.Path;

/// What this process may at most use.
final class MachineMemory {

    private MachineMemory() {}

    /// The machine's memory, or the limit of its container, which can be changed while it runs.
    /// Zero when neither is known.
    static ByteSize read() {
        long machine = Proc.SYSTEM.memoryTotal().orElse(Long.MAX_VALUE);
        long container =
                CgroupLimit.read(Proc.SYSTEM, Path.of("/sys/fs/cgroup")).orElse(Long.MAX_VALUE);
        long least = Math.min(machine, container);
        return least == Long.MAX_VALUE ? ByteSize.ZERO : new ByteSize(least);
    }
}
