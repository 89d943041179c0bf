package dev.sentinel.policy;

import dev.sentinel.model.Limit;
import dev.sentinel.model.MemoryReading;

/// Worth a warning?
public record SoftLimit(Limit limit) {

    /// Whoever hovers about the soft limit is warned of once: it has to fall this far below it, as
    /// a part of it, before it can be over it again.
    private static final double AGAIN = 0.95;

    /// Whether the target is over its soft limit, when it was so before or not.
    public boolean judge(boolean before, MemoryReading reading) {
        if (limit.neverWarns()) {
            return false;
        }
        long used = reading.used().bytes();
        long soft = limit.soft().bytes();
        return before ? used > soft * AGAIN : used > soft;
    }
}
