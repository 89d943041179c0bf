package dev.sentinel.supervise;

import java.time.Duration;

/// Which of two comes first.
final class Durations {

    private Durations() {}

    static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
