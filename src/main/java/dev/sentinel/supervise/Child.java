package dev.sentinel.supervise;

import dev.sentinel.contain.Enclosure;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.LogReader;
import dev.sentinel.model.ProcessId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One started process.
interface Child {

    ProcessId id();

    /// When it was started, on the wall clock.
    Instant startedAt();

    /// How it ended; empty while it runs. Never waits.
    Optional<ExitStatus> exit();

    /// What holds it and all that descends from it together.
    Enclosure enclosure();

    /// Nothing of its tree is left, so nobody has to watch over it any more.
    void release();

    /// What is kept of its output; empty when that is not captured.
    Optional<LogReader> log();

    /// Waits for output still on its way, but not longer than that.
    void awaitOutput(Duration atMost) throws InterruptedException;
}
