package dev.sentinel.policy;

/// A line through low points, and what it is worth.
///
/// @param slope bytes a second
/// @param fit coefficient of determination, without the few points of the first half that fit
///   worst; a start must not hide what all others show
/// @param pace the slope of the second half divided by that of the first, roughly; one is straight
/// @param middle the line's value half-way between first and last point
/// @param ceiling where the line lies at time zero when it is lifted to the high points
record Line(double slope, double fit, double pace, double middle, double ceiling) {

    /// Stairs reach this with the fourth step, for n steps fit to 1 - 1/n². A saw-tooth loses it
    /// soon after the first fall.
    private static final double GOOD_FIT = 0.9;

    /// Filling up slows down. What approaches its end exponentially has this pace soon after its
    /// time constant.
    private static final double STEADY_PACE = 0.7;

    boolean isStraight() {
        return slope > 0 && fit >= GOOD_FIT && pace >= STEADY_PACE;
    }

    /// How long until high points reach that amount; zero when they do already.
    double secondsUntil(double bytes, double now) {
        return Math.max(0, (bytes - ceiling) / slope - now);
    }
}
