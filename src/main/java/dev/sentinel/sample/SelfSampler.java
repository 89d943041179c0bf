package dev.sentinel.sample;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.SelfStatus;

import org.jspecify.annotations.Nullable;

import oshi.software.os.OSProcess;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// What Sentinel itself costs, through OSHI. A slow look: once a second is plenty.
public final class SelfSampler {

    private final Supplier<Duration> clock;
    private final RecentLoad load = new RecentLoad();
    private @Nullable OSProcess known;

    /// @param clock how long Sentinel has been running; any origin will do
    public SelfSampler(Supplier<Duration> clock) {
        this.clock = clock;
    }

    /// Asked by one thread.
    public Optional<SelfStatus> read() {
        OSProcess self = known == null ? Oshi.system().getCurrentProcess() : known;
        known = self;
        self.updateAttributes();
        Duration cpu = Duration.ofMillis(self.getUserTime() + self.getKernelTime());
        return Optional.of(
                new SelfStatus(
                        self.getProcessID(),
                        Instant.ofEpochMilli(self.getStartTime()),
                        cpu,
                        load.after(cpu, clock.get()),
                        new ByteSize(self.getResidentMemory()),
                        new ByteSize(self.getVirtualSize()),
                        self.getOpenFiles(),
                        self.getSoftOpenFileLimit()));
    }
}
