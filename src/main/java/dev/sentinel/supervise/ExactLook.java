package dev.sentinel.supervise;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/// A look at memory that is exact and may take long. Never waits; the answer is there when the
/// future is done, empty when there is none to be had.
interface ExactLook {

    Future<Optional<MemoryReading>> ask(
            Set<ProcessId> processes, Measure.Metric metric, Duration at);

    /// By how much a quick look at one process may differ from an exact one.
    ByteSize doubt();
}
