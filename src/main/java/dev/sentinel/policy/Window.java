package dev.sentinel.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The last points of one resolution, and the line through them.
final class Window {

    /// Bounds both memory and work: the line looks at 465 pairs of them.
    static final int MOST = 60;

    /// With fewer, noise makes lines too often. A quarter of the most, so that a window which
    /// begins to forget is succeeded by the coarser one that still knows it all.
    static final int FEWEST = MOST / 4;

    /// How many points make one of the next coarser window.
    private static final int MERGED = 4;

    private final List<Extremes> points = new ArrayList<>();
    private @Nullable Extremes merging;
    private int merged;
    private Optional<Line> line = Optional.empty();

    /// Takes a point; answers the one for the coarser window, when it is complete.
    Optional<Extremes> add(Extremes point) {
        if (points.size() == MOST) {
            points.removeFirst();
        }
        points.add(point);
        merging = merging == null ? point : merging.and(point);
        if (++merged < MERGED) {
            return Optional.empty();
        }
        Extremes whole = merging;
        merging = null;
        merged = 0;
        return Optional.of(whole);
    }

    /// Draws the line anew, if it leads to where memory has not been: a tooth of a saw is as
    /// straight as a leak, but there was one before.
    ///
    /// @param past the highest use before this window begins
    void draw(TheilSen estimator, double past) {
        line =
                enough() && points.getLast().low() > past
                        ? estimator.through(points).filter(found -> found.middle() > past)
                        : Optional.empty();
    }

    /// Empty when nothing new rises, or not enough is known.
    Optional<Line> line() {
        return line;
    }

    boolean enough() {
        return points.size() >= FEWEST && seconds() >= Growth.WARM_UP.toSeconds();
    }

    /// How long a time the points cover.
    double seconds() {
        return points.getLast().lowAt() - start();
    }

    double start() {
        return points.getFirst().lowAt();
    }

    /// The highest use before that time, as far back as this window goes.
    double highestBefore(double time) {
        double highest = 0;
        for (Extremes point : points) {
            if (point.highAt() >= time) {
                break;
            }
            highest = Math.max(highest, point.high());
        }
        return highest;
    }
}
