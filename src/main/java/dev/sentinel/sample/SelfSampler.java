package dev.sentinel.sample;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.SelfStatus;

import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

import java.time.Duration;
import java.time.Instant;

/// What Sentinel itself costs, through OSHI. A slow look: once a second is plenty.
public final class SelfSampler {

    private final OSProcess self;

    public SelfSampler(OperatingSystem system) {
        this.self = system.getCurrentProcess();
    }

    public SelfStatus read() {
        self.updateAttributes();
        return new SelfStatus(
                self.getProcessID(),
                Instant.ofEpochMilli(self.getStartTime()),
                Duration.ofMillis(self.getUserTime() + self.getKernelTime()),
                new ByteSize(self.getResidentMemory()),
                new ByteSize(self.getVirtualSize()),
                self.getOpenFiles(),
                self.getSoftOpenFileLimit());
    }
}
