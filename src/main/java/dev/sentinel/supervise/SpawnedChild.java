package dev.sentinel.supervise;

import dev.sentinel.contain.Containment;
import dev.sentinel.contain.Enclosure;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.LogReader;
import dev.sentinel.model.ProcessId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A child that ProcessBuilder started.
///
/// @param pump drains its output; empty when the output is not captured
record SpawnedChild(
        Process process,
        ProcessId id,
        Instant startedAt,
        Containment containment,
        Optional<OutputPump> pump)
        implements Child {

    @Override
    public Enclosure enclosure() {
        return containment.enclosure();
    }

    @Override
    public Optional<ExitStatus> exit() {
        return process.isAlive()
                ? Optional.empty()
                : Optional.of(new ExitStatus(process.exitValue()));
    }

    @Override
    public void release() {
        containment.release();
    }

    @Override
    public Optional<LogReader> log() {
        return pump.map(OutputPump::log);
    }

    @Override
    public void awaitOutput(Duration atMost) throws InterruptedException {
        if (pump.isPresent()) {
            pump.get().awaitEnd(atMost);
        }
    }
}
