package dev.sentinel.model;

import java.time.Duration;

/// What processes have used since they began.
///
/// @param user processor time in their own code
/// @param system processor time in the kernel
/// @param minorFaults page faults that needed no disk
/// @param majorFaults those that did
public record Spent(Duration user, Duration system, long minorFaults, long majorFaults) {

    public static final Spent NOTHING = new Spent(Duration.ZERO, Duration.ZERO, 0, 0);

    public Duration cpu() {
        return user.plus(system);
    }

    /// With what has been used from that state of a process to a later one; the kernel may take a
    /// tick back, this does not.
    public Spent plus(Spent before, Spent after) {
        return new Spent(
                user.plus(notLess(after.user.minus(before.user))),
                system.plus(notLess(after.system.minus(before.system))),
                minorFaults + Math.max(0, after.minorFaults - before.minorFaults),
                majorFaults + Math.max(0, after.majorFaults - before.majorFaults));
    }

    private static Duration notLess(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
