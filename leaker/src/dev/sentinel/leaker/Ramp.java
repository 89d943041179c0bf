package dev.sentinel.leaker;

/** Grows by the same number of bytes in every second, in pieces too small to notice. */
record Ramp(long bytesPerSecond) implements Growth {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long TICK_NANOS = 10_000_000;

    @Override
    public long bytesAt(long nanos) {
        return (long) (bytesPerSecond * (nanos / NANOS_PER_SECOND));
    }

    @Override
    public long nanosToReach(long bytes) {
        return (long) Math.ceil(bytes * NANOS_PER_SECOND / bytesPerSecond);
    }

    @Override
    public long tickNanos() {
        return TICK_NANOS;
    }
}
