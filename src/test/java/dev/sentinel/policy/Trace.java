package dev.sentinel.policy;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// Made-up memory use: time in seconds since the start to bytes.
///
/// @param name what it is, with its parameters
record Trace(String name, DoubleUnaryOperator use) {

    static final double MIB = 1 << 20;

    static Trace flat(double mib) {
        return new Trace("flat at " + mib, _ -> mib * MIB);
    }

    static Trace linear(double from, double mibPerSecond) {
        return new Trace("linear", at -> (from + mibPerSecond * at) * MIB);
    }

    /// As linear, but in jumps.
    static Trace stairs(double from, double mibPerSecond, double every) {
        return new Trace(
                "stairs every " + every + " s",
                at -> (from + mibPerSecond * every * Math.floor(at / every)) * MIB);
    }

    /// Straight to its plateau.
    static Trace elevator(double from, double to, double seconds) {
        return new Trace(
                "elevator of %s s to %s".formatted(seconds, to),
                at -> (from + (to - from) * Math.min(1, at / seconds)) * MIB);
    }

    /// Ever more slowly to its plateau.
    static Trace warmUp(double from, double to, double timeConstant) {
        return new Trace(
                "warm-up of %s s to %s".formatted(timeConstant, to),
                at -> (to - (to - from) * Math.exp(-at / timeConstant)) * MIB);
    }

    /// On top of this a garbage collector's teeth.
    Trace withTeeth(double height, double period) {
        return new Trace(
                "%s, teeth of %s every %s s".formatted(name, height, period),
                at -> use.applyAsDouble(at) + height * MIB * (at / period % 1));
    }

    /// Normal noise on top of this; a fresh one each time.
    Trace withNoise(double deviation, long seed) {
        Random random = new Random(seed);
        return new Trace(
                "%s, noise of %s, seed %d".formatted(name, deviation, seed),
                at -> Math.max(0, use.applyAsDouble(at) + deviation * MIB * random.nextGaussian()));
    }

    /// Noise with a memory: what is off now is so for about that time.
    Trace withSlowNoise(double deviation, double seconds, long seed) {
        Random random = new Random(seed);
        double keep = Math.exp(-1 / seconds);
        double[] off = {0};
        return new Trace(
                "%s, slow noise of %s for %s s, seed %d".formatted(name, deviation, seconds, seed),
                at -> {
                    off[0] = keep * off[0] + Math.sqrt(1 - keep * keep) * random.nextGaussian();
                    return Math.max(0, use.applyAsDouble(at) + deviation * MIB * off[0]);
                });
    }

    /// This from then on, and only its beginning before.
    Trace after(double seconds) {
        return new Trace(
                name + ", after " + seconds + " s",
                at -> use.applyAsDouble(Math.max(0, at - seconds)));
    }

    /// Once a second. Noise is another one the next time.
    double[] sampled(int seconds) {
        return IntStream.range(0, seconds).mapToDouble(this::bytes).toArray();
    }

    double bytes(double at) {
        return use.applyAsDouble(at);
    }

    @Override
    public String toString() {
        return name;
    }
}
