package dev.sentinel.supervise;

import dev.sentinel.model.LogReader;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/// The last bytes a child has written, in a ring of fixed size. Lines are looked for only when
/// somebody wants to see them, so that keeping up with a flood is a copy and nothing more.
///
/// Written by one pump, read by whoever wants to know.
final class OutputTail implements LogReader {

    /// As many lines as a tall screen shows, and as many bytes as are worth looking through for
    /// them.
    private static final int SHOWN_LINES = 100;

    private static final int SHOWN_BYTES = 1 << 15;

    /// In one message, unless the first line alone is longer.
    private static final int PIECE = 1 << 15;

    private final OutputShare share;
    private final byte[] ring;
    private final InstantSource clock;
    private final TimeMarks marks = new TimeMarks();
    private long written;

    OutputTail(OutputShare share, InstantSource clock) {
        this.share = share;
        this.ring = new byte[share.bytes()];
        this.clock = clock;
    }

    OutputShare share() {
        return share;
    }

    synchronized void append(byte[] source, int offset, int length) {
        if (length == 0) {
            return;
        }
        marks.add(clock.instant(), written);
        int skipped = Math.max(0, length - ring.length);
        int left = length - skipped;
        int start = (int) ((written + skipped) % ring.length);
        int first = Math.min(left, ring.length - start);
        System.arraycopy(source, offset + skipped, ring, start, first);
        System.arraycopy(source, offset + skipped + first, ring, 0, left - first);
        written += length;
    }

    /// The last lines, oldest first; the last may be unfinished. Bytes that are not UTF-8 become
    /// replacement characters.
    @Override
    public synchronized List<String> lastLines() {
        byte[] end = bytes(Math.max(0, written - SHOWN_BYTES), SHOWN_BYTES);
        return lines(Arrays.copyOfRange(end, beginOfLast(SHOWN_LINES, end), end.length));
    }

    @Override
    public synchronized long last(int lines) {
        byte[] all = bytes(0, ring.length);
        if (lines == 0) {
            return written;
        }
        return written - all.length + beginOfLast(lines, all);
    }

    private static int beginOfLast(int lines, byte[] all) {
        // The end of the last line is no beginning of another one.
        int at = all.length - 1;
        for (int left = lines; at > 0; at--) {
            if (all[at - 1] == '\n' && --left == 0) {
                break;
            }
        }
        return Math.max(0, at);
    }

    @Override
    public synchronized long since(Instant at) {
        return marks.since(at, written);
    }

    @Override
    public Piece from(long position, boolean unfinished) {
        long start;
        byte[] piece;
        synchronized (this) {
            start = Math.max(position, Math.max(0, written - ring.length));
            piece = bytes(start, share.longestKept());
        }
        // Where the ring has forgotten the beginning of a line, its rest would make no sense.
        int begin = start > position ? endOfFirstLine(piece) : 0;
        int end = unfinished ? piece.length : endOfLines(piece);
        List<String> lines =
                end <= begin ? List.of() : lines(Arrays.copyOfRange(piece, begin, end));
        return new Piece(lines, start + Math.max(begin, end));
    }

    private static int endOfFirstLine(byte[] piece) {
        int at = 0;
        while (at < piece.length && piece[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, piece.length);
    }

    /// Of as many whole lines as one message takes; zero while the first has no end.
    private int endOfLines(byte[] piece) {
        int end = Math.min(piece.length, PIECE);
        while (end > 0 && piece[end - 1] != '\n') {
            end--;
        }
        if (end > 0) {
            return end;
        }
        int first = endOfFirstLine(piece);
        boolean whole = first > 0 && piece[first - 1] == '\n';
        return whole || piece.length == share.longestKept() ? first : 0;
    }

    private static List<String> lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = Arrays.asList(text.split("\n", -1));
        return List.copyOf(lines.getLast().isEmpty() ? lines.subList(0, lines.size() - 1) : lines);
    }

    /// What is kept from that position on, and no more than so much.
    private synchronized byte[] bytes(long position, int most) {
        long from = Math.max(position, Math.max(0, written - ring.length));
        int length = (int) Math.max(0, Math.min(written - from, most));
        byte[] part = new byte[length];
        int start = (int) (from % ring.length);
        int first = Math.min(length, ring.length - start);
        System.arraycopy(ring, start, part, 0, first);
        System.arraycopy(ring, 0, part, first, length - first);
        return part;
    }
}
