package dev.sentinel.sample;

import dev.sentinel.model.ProcessId;

import java.util.List;
import java.util.Set;

/// Asks samplers in order, until one can read the process or says that it is gone.
public record FirstWorking(List<Sampler> samplers) implements Sampler {

    public FirstWorking {
        samplers = List.copyOf(samplers);
    }

    @Override
    public Sampled sample(ProcessId process) {
        Sampled found = new Sampled.Denied("there is no sampler");
        for (Sampler sampler : samplers) {
            found = sampler.sample(process);
            if (!(found instanceof Sampled.Denied)) {
                return found;
            }
        }
        return found;
    }

    @Override
    public void keepOnly(Set<ProcessId> processes) {
        samplers.forEach(sampler -> sampler.keepOnly(processes));
    }
}
