package dev.sentinel.sample;

import dev.sentinel.linux.Descriptors;

/// How many files of one kind may stay open for processes: a tree of thousands must not use up the
/// descriptors, and each file costs the kernel some kilobytes.
final class Room {

    private static final int USEFUL = 1024;

    private int places;

    /// Whether there is room for one more beside so many. How much there is in all is asked once,
    /// when there is somebody to keep.
    boolean isLeft(int taken) {
        if (places == 0) {
            places = Descriptors.own().share(USEFUL);
        }
        return taken < places;
    }
}
