package dev.sentinel.leaker;

/**
 * Follows a growth up to {@code peak} bytes, falls to nothing and begins again.
 *
 * <p>Each tooth stays at the peak for one tick, so that a follower who looks once a tick sees it.
 */
record Sawtooth(Growth growth, long peak) implements Curve {
    @Override
    public long bytesAt(long nanos) {
        long tooth = growth.nanosToReach(peak) + growth.tickNanos();
        return Math.min(growth.bytesAt(nanos % tooth), peak);
    }

    @Override
    public long tickNanos() {
        return growth.tickNanos();
    }
}
