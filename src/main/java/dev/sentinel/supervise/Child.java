package dev.sentinel.supervise;

import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.ProcessId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One started process.
///
/// @param startedAt wall clock
/// @param pump drains its output; empty when the output is not captured
record Child(
        Process process,
        ProcessId id,
        Instant startedAt,
        OutputTail tail,
        Optional<OutputPump> pump) {

    /// How it ended; empty while it runs. Never waits.
    Optional<ExitStatus> exit() {
        return process.isAlive()
                ? Optional.empty()
                : Optional.of(new ExitStatus(process.exitValue()));
    }

    List<String> lastLines() {
        return tail.lastLines();
    }

    /// Waits for output still on its way, but not longer than that.
    void awaitOutput(Duration atMost) throws InterruptedException {
        if (pump.isPresent()) {
            pump.get().awaitEnd(atMost);
        }
    }
}
