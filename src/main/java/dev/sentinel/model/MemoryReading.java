package dev.sentinel.model;

import java.time.Duration;

/// What one look at a target found.
///
/// @param at when, on the monotonic clock
/// @param used what is compared with the limit, as its measure has it
/// @param resident resident set size, summed; pages shared by two processes count twice
/// @param processes how many processes the tree has, of those that could be read
public record MemoryReading(Duration at, ByteSize used, ByteSize resident, int processes) {

    /// Where the resident set size is what is compared.
    public MemoryReading(Duration at, ByteSize resident, int processes) {
        this(at, resident, resident, processes);
    }

    /// Whether it tells the same as that one, of another time.
    public boolean isLike(MemoryReading other) {
        return used.equals(other.used)
                && resident.equals(other.resident)
                && processes == other.processes;
    }

    /// The tree has as many, also where the command alone was read.
    public MemoryReading ofTree(Measure.Scope scope, int all) {
        return switch (scope) {
            case TREE -> this;
            case PROCESS -> new MemoryReading(at, used, resident, all);
        };
    }
}
