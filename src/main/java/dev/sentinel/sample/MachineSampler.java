package dev.sentinel.sample;

import dev.sentinel.linux.CgroupMemory;
import dev.sentinel.linux.MemInfo;
import dev.sentinel.linux.Proc;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Machine;
import dev.sentinel.model.Pressure;

import java.nio.file.Path;
import java.util.Optional;

/// What the machine has, or the container where that has less.
///
/// @param cgroups where cgroups are mounted
public record MachineSampler(Proc proc, Path cgroups) {

    /// Where Linux has it.
    public static final MachineSampler SYSTEM =
            new MachineSampler(Proc.SYSTEM, Path.of("/sys/fs/cgroup"));

    /// Read anew each time: the limit of a container can be changed while it runs.
    public Machine read() {
        var machine = proc.memory();
        var container = CgroupMemory.read(proc, cgroups);
        return new Machine(
                least(machine.map(MemInfo::total), container.map(CgroupMemory::limit)),
                least(
                        machine.map(MemInfo::available).filter(known -> known > 0),
                        container.map(CgroupMemory::available)),
                proc.memoryPressure().map(stall -> new Pressure(stall.some(), stall.full())));
    }

    /// Zero when neither is known.
    private static ByteSize least(Optional<Long> machine, Optional<Long> container) {
        long least = Math.min(machine.orElse(Long.MAX_VALUE), container.orElse(Long.MAX_VALUE));
        return least == Long.MAX_VALUE ? ByteSize.ZERO : new ByteSize(least);
    }
}
