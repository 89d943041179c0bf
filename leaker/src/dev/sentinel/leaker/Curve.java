package dev.sentinel.leaker;

/**
 * How much memory to hold, as a pure function of time.
 *
 * <p>A late reader simply asks for a later moment, so whoever follows a curve cannot drift off it.
 */
sealed interface Curve permits Growth, Plateau, Sawtooth, Wave {
    /** The bytes to hold once that many nanoseconds have gone by since the start. */
    long bytesAt(long nanos);

    /** How often, in nanoseconds, the curve is worth looking at. */
    long tickNanos();
}
