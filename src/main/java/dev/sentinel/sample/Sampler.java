package dev.sentinel.sample;

import dev.sentinel.model.ProcessId;

import java.util.Set;

/// Reads the memory of processes. Used by one thread.
public interface Sampler {

    Sampled sample(ProcessId process);

    /// What it reads, in a word.
    String source();

    /// Lets go of everything kept for processes other than these.
    void keepOnly(Set<ProcessId> processes);
}
