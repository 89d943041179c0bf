package dev.sentinel.leaker;

/** Follows a growth up to {@code height} bytes and stays there. */
record Plateau(Growth growth, long height) implements Curve {
    @Override
    public long bytesAt(long nanos) {
        return Math.min(growth.bytesAt(nanos), height);
    }

    @Override
    public long tickNanos() {
        return growth.tickNanos();
    }
}
