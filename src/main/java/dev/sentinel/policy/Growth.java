package dev.sentinel.policy;

import dev.sentinel.model.Limit;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.Trend;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Does a target leak, and when will it be at its limit? Keeps what it needs of the readings; one
/// for each target.
///
/// **Points.** All looks of a second become one point, its lowest and highest use. Four points make
/// one of the next coarser of six windows, which so go back from a minute to seventeen hours with
/// sixty points each: what leaks for a minute is seen as well as what leaks for a day, also when it
/// begins late, and neither memory nor work grows with time.
///
/// **The line** goes through the lows, for what a garbage collector gives back is no leak, and a
/// saw-tooth whose lows rise is one. Its slope is that of Theil and Sen (see [TheilSen]): a median
/// is not drawn aside by bursts, and takes a staircase for what it is on average. The time to the
/// limit is counted from the highs, since they meet it first.
///
/// **When it is a leak.** The line fits well; it does not slow down, as start-up and caches do; it
/// has left behind what was used before, which a saw-tooth never does; and it has been watched for
/// half an hour, or for so long that the limit is hardly further away than the growth is old.
/// Nobody can tell a leak from a cache that fills evenly until it stops, so nothing is foretold
/// from little. The price: a leak is told of when two fifths of the way are gone, or after half an
/// hour.
public final class Growth {

    /// Whatever is seen of a program in less time is its start.
    static final Duration WARM_UP = Duration.ofSeconds(20);

    /// After that the limit may be any time away, or there may be none.
    static final Duration LONG_WATCHED = Duration.ofMinutes(30);

    /// The furthest that is foretold before, as a multiple of the time the growth was watched.
    private static final double FORESIGHT = 1.5;

    private static final double POINT_SECONDS = 1;
    private static final int WINDOWS = 6;

    private final TheilSen estimator = new TheilSen();
    private final List<Window> windows = empty();
    private @Nullable Extremes point;
    private double pointStart;
    private double now;

    /// One look; later than the one before.
    public void add(MemoryReading reading) {
        now = reading.at().toNanos() / 1e9;
        Extremes look = Extremes.of(now, (double) reading.resident().bytes());
        if (point == null) {
            point = look;
            pointStart = now;
        } else if (now - pointStart < POINT_SECONDS) {
            point = point.and(look);
        } else {
            pass(point);
            point = look;
            pointStart = now;
        }
    }

    /// What is known now. The limit may be another one each time.
    public Trend towards(Limit limit) {
        boolean enough = false;
        boolean climbing = false;
        // The longest view that shows a leak knows best.
        for (int index = WINDOWS - 1; index >= 0; index--) {
            Window window = windows.get(index);
            Line line = window.line().orElse(null);
            if (line != null && line.isStraight()) {
                Optional<Double> seconds = secondsTo(limit, line);
                if (isOldEnough(window, seconds)) {
                    return growing(line, seconds);
                }
                climbing = true;
            }
            enough |= window.enough();
        }
        return enough && !climbing ? new Trend.NotGrowing() : new Trend.TooEarly();
    }

    /// Redraws only the lines of windows with a new point.
    private void pass(Extremes point) {
        Optional<Extremes> next = Optional.of(point);
        for (Window window : windows) {
            if (next.isEmpty()) {
                return;
            }
            next = window.add(next.get());
            window.draw(estimator, highestBefore(window.start()));
        }
    }

    private double highestBefore(double time) {
        double highest = 0;
        for (Window window : windows) {
            highest = Math.max(highest, window.highestBefore(time));
        }
        return highest;
    }

    private Optional<Double> secondsTo(Limit limit, Line line) {
        return limit.isNone()
                ? Optional.empty()
                : Optional.of(line.secondsUntil((double) limit.memory().bytes(), now));
    }

    private static boolean isOldEnough(Window window, Optional<Double> secondsToLimit) {
        double watched = window.seconds();
        return watched >= LONG_WATCHED.toSeconds()
                || (secondsToLimit.isPresent() && secondsToLimit.get() <= FORESIGHT * watched);
    }

    private static Trend growing(Line line, Optional<Double> seconds) {
        return new Trend.Growing(
                line.slope(),
                line.fit(),
                seconds.map(left -> Duration.ofMillis((long) (left * 1000))));
    }

    private static List<Window> empty() {
        return Stream.generate(Window::new).limit(WINDOWS).toList();
    }
}
