package dev.sentinel.sample;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.SelfStatus;

import org.jspecify.annotations.Nullable;

import oshi.software.os.OSProcess;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What Sentinel itself costs, through OSHI. A slow look: once a second is plenty.
public final class SelfSampler {

    private @Nullable OSProcess known;

    /// Asked by one thread.
    public Optional<SelfStatus> read() {
        OSProcess self = known == null ? Oshi.system().getCurrentProcess() : known;
        known = self;
        self.updateAttributes();
        return Optional.of(
                new SelfStatus(
                        self.getProcessID(),
                        Instant.ofEpochMilli(self.getStartTime()),
                        Duration.ofMillis(self.getUserTime() + self.getKernelTime()),
                        new ByteSize(self.getResidentMemory()),
                        new ByteSize(self.getVirtualSize()),
                        self.getOpenFiles(),
                        self.getSoftOpenFileLimit()));
    }
}
