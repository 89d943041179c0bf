package dev.sentinel.leaker;

/** Swings between nothing and {@code peak} bytes like a sine, once in every {@code periodNanos}. */
record Wave(long peak, long periodNanos) implements Curve {
    private static final long TICKS_PER_PERIOD = 100;
    private static final long SHORTEST_TICK_NANOS = 10_000_000;
    private static final long LONGEST_TICK_NANOS = 100_000_000;

    @Override
    public long bytesAt(long nanos) {
        double turn = 2 * Math.PI * (nanos % periodNanos) / periodNanos;
        return (long) (peak * ((1 - Math.cos(turn)) / 2));
    }

    /** Not too often: giving memory back costs a garbage collection every time. */
    @Override
    public long tickNanos() {
        long wished = periodNanos / TICKS_PER_PERIOD;
        return Math.max(SHORTEST_TICK_NANOS, Math.min(wished, LONGEST_TICK_NANOS));
    }
}
