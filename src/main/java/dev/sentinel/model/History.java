package dev.sentinel.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A target's memory over the last minutes, the highest value of each second. Immutable. Calm takes
/// no room: a second like the one before it has no point of its own.
///
/// @param points oldest first; the first may be older than the rest, and hold on until the second
/// @param lastSecond the one that was added to last
public record History(List<Point> points, long lastSecond) {

    /// How far back it reaches, in seconds.
    public static final int SECONDS = 600;

    /// No reading yet.
    public static final History EMPTY = new History(List.of(), -1);

    /// What one second looked like.
    ///
    /// @param second whole seconds since Sentinel's start
    /// @param peak the highest use seen in that second
    public record Point(long second, ByteSize peak) {}

    public History {
        points = List.copyOf(points);
    }

    /// This history with one more reading, and without what has become too old; the same one when
    /// the reading adds nothing.
    public History plus(MemoryReading reading) {
        // After an end the next second counts already, and a new start may be quicker.
        long second = Math.max(reading.at().toSeconds(), lastSecond);
        ByteSize used = reading.used();
        if (!points.isEmpty()) {
            ByteSize last = points.getLast().peak();
            if (second == lastSecond && last.bytes() >= used.bytes()) {
                return this;
            }
            if (last.equals(used)) {
                return new History(points, second);
            }
        }
        return new History(with(new Point(second, used)), second);
    }

    /// This history when nothing is used any more, from the next second on: the last one keeps its
    /// peak.
    public History ended(Duration at) {
        long second = at.toSeconds() + 1;
        return points.isEmpty()
                ? this
                : new History(with(new Point(second, ByteSize.ZERO)), second);
    }

    private List<Point> with(Point point) {
        List<Point> next = new ArrayList<>(points);
        if (!next.isEmpty() && next.getLast().second() == point.second()) {
            next.removeLast();
        }
        next.add(point);
        long first = point.second() - SECONDS + 1;
        int old = 0;
        while (old + 1 < next.size() && next.get(old + 1).second() <= first) {
            old++;
        }
        return next.subList(old, next.size());
    }

    /// The highest value of each of so many equal stretches of time, oldest first, for drawing;
    /// zero before the first reading. A stretch in which nothing changed has what came before.
    ///
    /// @param first where the first stretch begins, in seconds since Sentinel's start
    /// @param each how many seconds a stretch has
    public long[] highest(long first, int each, int stretches) {
        long[] highest = new long[stretches];
        long holds = 0;
        int next = 0;
        for (int stretch = 0; stretch < stretches; stretch++) {
            long begin = first + (long) stretch * each;
            while (next < points.size() && points.get(next).second() <= begin) {
                holds = points.get(next++).peak().bytes();
            }
            highest[stretch] = holds;
            while (next < points.size() && points.get(next).second() < begin + each) {
                holds = points.get(next++).peak().bytes();
                highest[stretch] = Math.max(highest[stretch], holds);
            }
        }
        return highest;
    }
}
