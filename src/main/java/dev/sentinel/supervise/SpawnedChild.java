package dev.sentinel.supervise;

import dev.sentinel.contain.Enclosure;
import dev.sentinel.contain.Watchdog;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.ProcessId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A child that ProcessBuilder started.
///
/// @param watchdog ends its tree when Sentinel cannot
/// @param pump drains its output into the tail; empty when the output is not captured
record SpawnedChild(
        Process process,
        ProcessId id,
        Instant startedAt,
        Enclosure enclosure,
        Watchdog watchdog,
        OutputTail tail,
        Optional<OutputPump> pump)
        implements Child {

    @Override
    public Optional<ExitStatus> exit() {
        return process.isAlive()
                ? Optional.empty()
                : Optional.of(new ExitStatus(process.exitValue()));
    }

    @Override
    public void release() {
        enclosure.remove();
        watchdog.dismiss();
    }

    @Override
    public List<String> lastLines() {
        return tail.lastLines();
    }

    @Override
    public void awaitOutput(Duration atMost) throws InterruptedException {
        if (pump.isPresent()) {
            pump.get().awaitEnd(atMost);
        }
    }
}
