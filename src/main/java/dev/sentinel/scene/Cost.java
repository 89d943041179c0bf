package dev.sentinel.scene;

import dev.sentinel.model.ProcessFacts;
import dev.sentinel.model.ProcessId;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a tree costs beside its memory.
///
/// @param load processors used, 1 for one of them all the time
public record Cost(double load, int threads, int openFiles) {

    /// Of those members that have been looked at; empty when nobody has.
    static Optional<Cost> of(Set<ProcessId> members, Map<ProcessId, ProcessFacts> facts) {
        boolean known = false;
        double load = 0;
        int threads = 0;
        int openFiles = 0;
        for (ProcessId member : members) {
            @Nullable ProcessFacts process = facts.get(member);
            if (process != null) {
                known = true;
                load += process.load();
                threads += process.threads();
                openFiles += process.openFiles();
            }
        }
        return known ? Optional.of(new Cost(load, threads, openFiles)) : Optional.empty();
    }
}
