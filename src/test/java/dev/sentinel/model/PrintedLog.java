package dev.sentinel.model;

import java.time.Instant;
import java.util.List;

/// An output that is over: these lines, and every position in it is the number of a line.
public record PrintedLog(List<String> lastLines) implements LogReader {

    @Override
    public long last(int lines) {
        return Math.max(0, lastLines.size() - lines);
    }

    @Override
    public long since(Instant at) {
        return 0;
    }

    @Override
    public Piece from(long position, boolean unfinished) {
        int start = (int) Math.min(position, lastLines.size());
        return new Piece(lastLines.subList(start, lastLines.size()), lastLines.size());
    }
}
