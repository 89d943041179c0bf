package dev.sentinel.supervise;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Measure;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;
import dev.sentinel.sample.ExactReader;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Exact looks at the memory of processes, each on a thread of its own, for one may hang: the loop
/// asks, goes on, and is woken by the answer.
public final class ExactLooks implements ExactLook {

    private final ExactReader reader;
    private final Runnable wake;
    private final Consumer<String> complaints;
    private @Nullable ByteSize doubt;

    /// Reads nothing yet.
    ///
    /// @param wake called when an answer is there
    public ExactLooks(ExactReader reader, Runnable wake, Consumer<String> complaints) {
        this.reader = reader;
        this.wake = wake;
        this.complaints = complaints;
    }

    @Override
    public Future<Optional<MemoryReading>> ask(
            Set<ProcessId> processes, Measure.Metric metric, Duration at) {
        var answer = new CompletableFuture<Optional<MemoryReading>>();
        Thread.ofPlatform()
                .name("exact-look")
                .daemon()
                .start(() -> {
                    answer.complete(look(processes, metric, at));
                    wake.run();
                });
        return answer;
    }

    @Override
    public ByteSize doubt() {
        if (doubt == null) {
            doubt = ExactReader.doubt();
        }
        return doubt;
    }

    /// Whatever it is, whoever asked has to be told.
    private Optional<MemoryReading> look(
            Set<ProcessId> processes, Measure.Metric metric, Duration at) {
        try {
            return reader.read(processes, metric, at);
        } catch (IOException | RuntimeException failed) {
            complaints.accept("cannot read memory exactly: " + failed.getMessage());
            return Optional.empty();
        }
    }
}
