package dev.sentinel.sample;

import java.time.Duration;

/// How long something took the last few times. Whoever is interrupted by others on a busy machine
/// takes longer by the clock than the work is; hardly anybody is so every time.
final class LastFew {

    private static final int FEW = 4;

    private final long[] nanos = new long[FEW];
    private int next;
    private int known;

    void add(Duration took) {
        nanos[next] = took.toNanos();
        next = (next + 1) % FEW;
        known = Math.min(known + 1, FEW);
    }

    /// The least of them, which is what the work itself takes; zero when there was none.
    Duration least() {
        long least = known == 0 ? 0 : Long.MAX_VALUE;
        for (int at = 0; at < known; at++) {
            least = Math.min(least, nanos[at]);
        }
        return Duration.ofNanos(least);
    }
}
