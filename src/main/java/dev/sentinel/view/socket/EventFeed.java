package dev.sentinel.view.socket;

import dev.sentinel.model.Event;
import dev.sentinel.model.Snapshot;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What happens, from a number on.
final class EventFeed implements Feed {

    /// In one piece: what a client does not read stays in memory.
    private static final int AT_ONCE = 100;

    private final Function<Event, String> line;
    private long told;

    /// @param after the last number that the client knows
    EventFeed(long after, Function<Event, String> line) {
        this.told = after;
        this.line = line;
    }

    @Override
    public String next(Snapshot snapshot) {
        List<Event> fresh = snapshot.events().after(told);
        List<Event> piece = fresh.subList(0, Math.min(AT_ONCE, fresh.size()));
        if (!piece.isEmpty()) {
            told = piece.getLast().number();
        }
        return piece.stream().map(event -> line.apply(event) + "\n").collect(Collectors.joining());
    }
}
