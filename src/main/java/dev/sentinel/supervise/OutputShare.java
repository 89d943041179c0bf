package dev.sentinel.supervise;

import java.nio.charset.StandardCharsets;

/// How much of what a target writes is kept. All targets share a fixed room, so that many of them
/// take no more of the heap than a few.
///
/// @param bytes of the newest output
record OutputShare(int bytes) {

    /// For all together: a quarter of the heap that the start script allows.
    private static final int ROOM = 8 << 20;

    /// As much as a single target gets.
    private static final int MOST = 256 << 10;

    /// A thousand targets get no less.
    private static final int LEAST = 8 << 10;

    /// Of one among so many, in a power of two.
    static OutputShare among(int targets) {
        return new OutputShare(Math.clamp(Integer.highestOneBit(ROOM / targets), LEAST, MOST));
    }

    /// Bytes of a line that are kept, and of what is read at once. Some lines always fit in.
    int longestLine() {
        return bytes / 4;
    }

    /// What stands where a line was cut.
    byte[] mark() {
        return " [cut at %d KiB]"
                .formatted(longestLine() >> 10)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// A line with its mark and its end.
    int longestKept() {
        return longestLine() + mark().length + 1;
    }
}
