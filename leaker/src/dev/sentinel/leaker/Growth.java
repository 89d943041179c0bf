package dev.sentinel.leaker;

/** A curve that starts at nothing, never falls and has no end. */
sealed interface Growth extends Curve permits Ramp, Staircase {
    /** The first moment, in nanoseconds from the start, at which that many bytes are held. */
    long nanosToReach(long bytes);
}
