package dev.sentinel.supervise;

import dev.sentinel.contain.Enclosure;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.LogReader;
import dev.sentinel.model.PrintedLog;
import dev.sentinel.model.ProcessId;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A child whose end and words somebody else decides.
record FakeChild(ProcessId id, Supplier<Optional<ExitStatus>> ending, Supplier<List<String>> output)
        implements Child {

    /// Nothing that holds anybody together: these processes are texts.
    private static final class Open implements Enclosure {

        @Override
        public String describe() {
            return "nothing";
        }

        @Override
        public Map<String, String> marks() {
            return Map.of();
        }

        @Override
        public void leave() {}

        @Override
        public Collection<Long> inside() {
            return List.of();
        }

        @Override
        public Collection<Long> everybody() {
            return List.of();
        }

        @Override
        public boolean missesNobody() {
            return false;
        }

        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public boolean kill() {
            return false;
        }

        @Override
        public String lastWill() {
            return "nothing";
        }

        @Override
        public void remove() {}
    }

    @Override
    public Enclosure enclosure() {
        return new Open();
    }

    @Override
    public void release() {}

    @Override
    public Instant startedAt() {
        return Instant.EPOCH;
    }

    @Override
    public Optional<ExitStatus> exit() {
        return ending.get();
    }

    @Override
    public Optional<LogReader> log() {
        return Optional.of(new PrintedLog(output.get()));
    }

    @Override
    public void awaitOutput(Duration atMost) {}
}
