package dev.sentinel.model;

/// Why Sentinel ends a tree.
public sealed interface StopCause {

    /// One sentence part for people, and a word from a fixed set for metrics.
    String describe();

    /// A breach of the memory limit.
    record MemoryLimit(Verdict.Over verdict) implements StopCause {
        @Override
        public String describe() {
            return verdict.describe();
        }
    }

    /// Somebody asked for it.
    record Requested(Requester by) implements StopCause {
        @Override
        public String describe() {
            return "stop asked for at the " + by.describe();
        }
    }

    /// Somebody asked for it, and for a new start after it.
    record Restart(Requester by) implements StopCause {
        @Override
        public String describe() {
            return "restart asked for at the " + by.describe();
        }
    }

    /// Sentinel itself was told to end.
    record Signalled(Received received) implements StopCause {
        @Override
        public String describe() {
            return "Sentinel got " + received.signal();
        }
    }

    /// The command ended by itself and left processes of its tree behind.
    record LeftBehind(ExitStatus exit) implements StopCause {
        @Override
        public String describe() {
            return exit.describe() + " and left processes behind";
        }
    }
}
