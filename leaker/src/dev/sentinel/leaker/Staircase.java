package dev.sentinel.leaker;

/** Grows by {@code step} bytes at once after every {@code everyNanos}. */
record Staircase(long step, long everyNanos) implements Growth {
    @Override
    public long bytesAt(long nanos) {
        long steps = nanos / everyNanos;
        return steps > Long.MAX_VALUE / step ? Long.MAX_VALUE : steps * step;
    }

    @Override
    public long nanosToReach(long bytes) {
        return (long) (Math.ceil(bytes / (double) step) * everyNanos);
    }

    @Override
    public long tickNanos() {
        return everyNanos;
    }
}
