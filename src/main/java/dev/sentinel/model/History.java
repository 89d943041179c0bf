package dev.sentinel.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A target's memory over the last minutes, one highest value per second. Immutable.
///
/// @param points oldest first
public record History(List<Point> points) {

    /// How far back it reaches, in seconds.
    public static final int SECONDS = 600;

    /// No reading yet.
    public static final History EMPTY = new History(List.of());

    /// What one second looked like.
    ///
    /// @param second whole seconds since Sentinel's start
    /// @param peak the highest use seen in that second
    public record Point(long second, ByteSize peak) {

        private boolean covers(long otherSecond, ByteSize other) {
            return second == otherSecond && peak.bytes() >= other.bytes();
        }
    }

    public History {
        points = List.copyOf(points);
    }

    /// This history with one more reading, and without what has become too old; the same one when
    /// the reading adds nothing.
    public History plus(MemoryReading reading) {
        long second = reading.at().toSeconds();
        ByteSize peak = reading.used();
        if (!points.isEmpty() && points.getLast().covers(second, peak)) {
            return this;
        }
        List<Point> next = new ArrayList<>(points);
        if (!next.isEmpty() && next.getLast().second() == second) {
            Point last = next.removeLast();
            peak = last.peak().bytes() > peak.bytes() ? last.peak() : peak;
        }
        next.add(new Point(second, peak));
        next.removeIf(point -> point.second() <= second - SECONDS);
        return new History(next);
    }

    /// The highest value at or before that second, for drawing: a look may miss a second.
    public ByteSize at(Duration sinceStart) {
        long second = sinceStart.toSeconds();
        ByteSize found = ByteSize.ZERO;
        for (Point point : points) {
            if (point.second() > second) {
                break;
            }
            found = point.peak();
        }
        return found;
    }
}
