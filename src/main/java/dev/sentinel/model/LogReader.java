package dev.sentinel.model;

import java.time.Instant;
import java.util.List;

/// The output of one life of a command, as far as it is kept; more comes while it runs. For any
/// thread; nobody waits longer than a copy takes. Positions count bytes from the beginning.
public interface LogReader {

    /// Whole lines, as the command wrote them.
    ///
    /// @param next where what comes after them begins
    record Piece(List<String> lines, long next) {
        public Piece {
            lines = List.copyOf(lines);
        }
    }

    /// The last lines, as many as a tall screen shows, oldest first; the very last may be
    /// unfinished.
    List<String> lastLines();

    /// Where the last so many lines begin.
    long last(int lines);

    /// Where begins what was written since then; it may be a little earlier.
    long since(Instant at);

    /// What comes at that position, or at the oldest one that is kept; no more than fits into one
    /// message. A last line without an end waits for it, unless asked for.
    Piece from(long position, boolean unfinished);
}
