package dev.sentinel.supervise;

/// Between a pump and its tail: what a line has beyond a bound is dropped, and where it was cut
/// stands a mark. So the tail always holds some lines, and any line that it holds fits into one
/// piece. Bytes are counted, not characters.
///
/// A flood costs it two searches a chunk that mostly end soon: within one chunk no line but the
/// first can be too long.
final class LineCutter {

    private final OutputTail tail;

    /// In bytes; no chunk is longer either.
    private final int longest;

    private final byte[] mark;

    /// Bytes so far of the line that has no end yet; more than are kept when it has been cut.
    private int unfinished;

    LineCutter(OutputTail tail) {
        this.tail = tail;
        this.longest = tail.share().longestLine();
        this.mark = tail.share().mark();
    }

    /// @param length of the chunk, of which no more than the longest line has bytes
    void append(byte[] chunk, int length) {
        int end = firstNewline(chunk, length);
        int room = longest - unfinished;
        if (end <= room) {
            tail.append(chunk, 0, length);
        } else {
            if (room >= 0) {
                tail.append(chunk, 0, room);
                tail.append(mark, 0, mark.length);
            }
            tail.append(chunk, end, length - end);
        }
        unfinished =
                end == length
                        ? Math.min(unfinished + length, longest + 1)
                        : length - 1 - lastNewline(chunk, length);
    }

    /// Where it is, or the length.
    private static int firstNewline(byte[] chunk, int length) {
        int at = 0;
        while (at < length && chunk[at] != '\n') {
            at++;
        }
        return at;
    }

    /// Asked only where there is one.
    private static int lastNewline(byte[] chunk, int length) {
        int at = length - 1;
        while (chunk[at] != '\n') {
            at--;
        }
        return at;
    }
}
