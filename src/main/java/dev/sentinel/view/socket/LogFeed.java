package dev.sentinel.view.socket;

import dev.sentinel.model.LogReader;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.TargetStatus;

/// The output of a target from a position on, over all its lives.
final class LogFeed implements Feed {

    private final String name;
    private LogReader log;
    private long position;
    private final LogLines lines;

    LogFeed(String name, LogReader log, long position, LogLines lines) {
        this.name = name;
        this.log = log;
        this.position = position;
        this.lines = lines;
    }

    @Override
    public String next(Snapshot snapshot) {
        LogReader.Piece piece = log.from(position, false);
        position = piece.next();
        if (piece.lines().isEmpty()) {
            followTheNextLife(snapshot);
        }
        return lines.text(piece.lines());
    }

    /// Once all is told of the last one.
    private void followTheNextLife(Snapshot snapshot) {
        snapshot.target(name)
                .flatMap(TargetStatus::log)
                .filter(current -> !current.equals(log))
                .ifPresent(current -> {
                    log = current;
                    position = 0;
                });
    }
}
