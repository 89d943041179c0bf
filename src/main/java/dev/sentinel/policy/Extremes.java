package dev.sentinel.policy;

/// The lowest and the highest use within a stretch of time, and when each was first seen. The low
/// is what a garbage collector could not free, the high is what meets the limit.
///
/// Times are seconds on the monotonic clock, amounts are bytes.
record Extremes(double lowAt, double low, double highAt, double high) {

    static Extremes of(double at, double bytes) {
        return new Extremes(at, bytes, at, bytes);
    }

    /// Both stretches as one; this one when the later adds nothing, for that is the usual case.
    Extremes and(Extremes later) {
        boolean lower = later.low < low;
        boolean higher = later.high > high;
        if (!lower && !higher) {
            return this;
        }
        return new Extremes(
                lower ? later.lowAt : lowAt,
                lower ? later.low : low,
                higher ? later.highAt : highAt,
                higher ? later.high : high);
    }
}
