package dev.sentinel.supervise;

import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.ProcessId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A child whose end somebody else decides.
record FakeChild(ProcessId id, Supplier<Optional<ExitStatus>> ending) implements Child {

    @Override
    public Instant startedAt() {
        return Instant.EPOCH;
    }

    @Override
    public Optional<ExitStatus> exit() {
        return ending.get();
    }

    @Override
    public List<String> lastLines() {
        return List.of();
    }

    @Override
    public void awaitOutput(Duration atMost) {}
}
