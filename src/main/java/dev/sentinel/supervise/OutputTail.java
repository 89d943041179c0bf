package dev.sentinel.supervise;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The last bytes a child has written, in a ring of fixed size. Lines are looked for only when
/// somebody wants to see them, so that keeping up with a flood is a copy and nothing more.
///
/// Written by one pump, read by the loop.
final class OutputTail {

    /// As many lines as a tall screen shows, and as many bytes as are worth looking through for
    /// them.
    private static final int SHOWN_LINES = 100;

    private static final int SHOWN_BYTES = 1 << 15;

    private final byte[] ring;
    private long written;
    private long shownAt;
    private List<String> shown = List.of();

    OutputTail(int capacity) {
        this.ring = new byte[capacity];
    }

    synchronized void append(byte[] source, int length) {
        int offset = Math.max(0, length - ring.length);
        int left = length - offset;
        int start = (int) ((written + offset) % ring.length);
        int first = Math.min(left, ring.length - start);
        System.arraycopy(source, offset, ring, start, first);
        System.arraycopy(source, offset + first, ring, 0, left - first);
        written += length;
    }

    /// The last lines, oldest first; the last may be unfinished. Bytes that are not UTF-8 become
    /// replacement characters. Called by the loop alone.
    List<String> lastLines() {
        long now = written();
        if (now != shownAt) {
            shownAt = now;
            shown = lines(new String(lastBytes(), StandardCharsets.UTF_8));
        }
        return shown;
    }

    private static List<String> lines(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.getLast().isEmpty()) {
            lines = lines.subList(0, lines.size() - 1);
        }
        return List.copyOf(lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }

    private synchronized long written() {
        return written;
    }

    private synchronized byte[] lastBytes() {
        int length = (int) Math.min(written, Math.min(SHOWN_BYTES, ring.length));
        byte[] last = new byte[length];
        int start = (int) ((written - length) % ring.length);
        int first = Math.min(length, ring.length - start);
        System.arraycopy(ring, start, last, 0, first);
        System.arraycopy(ring, 0, last, first, length - first);
        return last;
    }
}
