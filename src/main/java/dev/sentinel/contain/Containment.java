package dev.sentinel.contain;

/// What one tree is held by from before its first process on: an enclosure for as long as Sentinel
/// lives, and a watchdog for when it does not.
public record Containment(Enclosure enclosure, Watchdog watchdog) {

    /// The tree is to live on when Sentinel is killed.
    public void doNotWatch() {
        watchdog.letGoOf(enclosure);
    }

    /// Nothing of the tree is left, so nothing has to hold it.
    public void release() {
        enclosure.remove();
        watchdog.letGoOf(enclosure);
    }
}
