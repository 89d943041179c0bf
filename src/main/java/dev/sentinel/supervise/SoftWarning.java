package dev.sentinel.supervise;

import dev.sentinel.model.Limit;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.policy.SoftLimit;

/// Warns once whenever a target goes over its soft limit.
final class SoftWarning {

    private final SoftLimit judge;
    private boolean over;

    SoftWarning(Limit limit) {
        this.judge = new SoftLimit(limit);
    }

    /// Whether this reading is the first over it, of those that it is asked about.
    boolean isNew(MemoryReading reading) {
        boolean before = over;
        over = judge.judge(before, reading);
        return over && !before;
    }
}
