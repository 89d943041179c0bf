package dev.sentinel.view.socket;

import dev.sentinel.model.LogReader;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.TargetStatus;

/// The output of a target from a position on, over all its lives.
final class LogFeed implements Feed {

    private final String name;
    private LogReader log;
    private long position;

    LogFeed(String name, LogReader log, long position) {
        this.name = name;
        this.log = log;
        this.position = position;
    }

    @Override
    public String next(Snapshot snapshot) {
        LogReader.Piece piece = log.from(position, false);
        position = piece.next();
        if (piece.lines().isEmpty()) {
            followTheNextLife(snapshot);
        }
        return LogText.text(piece.lines());
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
