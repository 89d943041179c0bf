package dev.sentinel.sample;

import dev.sentinel.model.ProcessId;

import java.util.List;
import java.util.Set;

/// Asks samplers in order, until one can read the process or says that it is gone. Used by one
/// thread.
public final class FirstWorking implements Sampler {

    private final List<Sampler> samplers;
    private Sampler lastToRead;

    /// @param samplers the best one first; at least one
    public FirstWorking(List<Sampler> samplers) {
        this.samplers = List.copyOf(samplers);
        this.lastToRead = samplers.getFirst();
    }

    @Override
    public Sampled sample(ProcessId process) {
        Sampled found = new Sampled.Denied("there is no sampler");
        for (Sampler sampler : samplers) {
            found = sampler.sample(process);
            switch (found) {
                case Sampled.Read _ -> {
                    lastToRead = sampler;
                    return found;
                }
                case Sampled.Vanished _ -> {
                    return found;
                }
                case Sampled.Denied _ -> {}
            }
        }
        return found;
    }

    @Override
    public String source() {
        return lastToRead.source();
    }

    @Override
    public void keepOnly(Set<ProcessId> processes) {
        samplers.forEach(sampler -> sampler.keepOnly(processes));
    }
}
