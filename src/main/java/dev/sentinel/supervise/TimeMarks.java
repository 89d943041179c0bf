package dev.sentinel.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// When which part of an output came. Takes no more room for a day than for a minute, but is less
/// exact then. Used under its owner's lock.
final class TimeMarks {

    private static final int MOST = 512;
    private static final Duration APART = Duration.ofSeconds(1);

    private record Mark(Instant at, long position) {}

    private List<Mark> marks = new ArrayList<>();

    /// What begins at that position comes now.
    void add(Instant at, long position) {
        if (!marks.isEmpty() && marks.getLast().at().plus(APART).isAfter(at)) {
            return;
        }
        if (marks.size() == MOST) {
            thinOut();
        }
        marks.add(new Mark(at, position));
    }

    private void thinOut() {
        List<Mark> everySecond = new ArrayList<>();
        for (int index = 0; index < marks.size(); index += 2) {
            everySecond.add(marks.get(index));
        }
        marks = everySecond;
    }

    /// Where what came since then begins: everything is there that did, and perhaps a little more.
    ///
    /// @param end where what will come begins
    long since(Instant at, long end) {
        for (Mark mark : marks.reversed()) {
            if (!mark.at().isAfter(at)) {
                boolean nothingSince =
                        mark.equals(marks.getLast()) && !mark.at().plus(APART).isAfter(at);
                return nothingSince ? end : mark.position();
            }
        }
        return 0;
    }
}
