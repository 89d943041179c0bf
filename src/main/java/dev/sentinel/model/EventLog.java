package dev.sentinel.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The last events of one life of Sentinel, numbered without a gap. Immutable.
///
/// @param begun when that life began; tells the numbers of two lives apart
/// @param recent oldest first
public record EventLog(Instant begun, List<Event> recent) {

    /// So many are remembered; who comes later has missed the older ones.
    public static final int CAPACITY = 1000;

    public EventLog {
        recent = List.copyOf(recent);
    }

    /// Nothing has happened yet.
    public static EventLog begun(Instant at) {
        return new EventLog(at, List.of());
    }

    /// This log and what has happened since; the same one when nothing has.
    public EventLog plus(List<Event> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Event> all = Stream.concat(recent.stream(), more.stream()).toList();
        return new EventLog(begun, all.subList(Math.max(0, all.size() - CAPACITY), all.size()));
    }

    /// Those with a higher number, as far as they are remembered.
    public List<Event> after(long number) {
        long missing = Math.max(0, number - firstNumber() + 1);
        return missing >= recent.size() ? List.of() : recent.subList((int) missing, recent.size());
    }

    /// The number of the latest; zero before the first.
    public long lastNumber() {
        return recent.isEmpty() ? 0 : recent.getLast().number();
    }

    private long firstNumber() {
        return recent.isEmpty() ? 1 : recent.getFirst().number();
    }
}
