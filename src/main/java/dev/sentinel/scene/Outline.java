package dev.sentinel.scene;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.History;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A history in a few points, for a graph of a few characters. Pure.
final class Outline {

    /// Such a graph shows no more.
    private static final int SECONDS = 300;

    private Outline() {}

    /// The highest value of each of at most so many stretches of the last minutes. They begin where
    /// they began a second ago, so that what is drawn stands still.
    static History of(History history, Duration now, int most) {
        if (history.points().size() <= most) {
            return history;
        }
        int each = (SECONDS + most - 1) / most;
        long first = now.toSeconds() / each - most + 1;
        long[] highest = history.highest(first * each, each, most);
        List<History.Point> points = new ArrayList<>();
        long before = 0;
        for (int stretch = 0; stretch < most; stretch++) {
            if (highest[stretch] != before) {
                before = highest[stretch];
                points.add(new History.Point((first + stretch) * each, new ByteSize(before)));
            }
        }
        return new History(points, history.lastSecond());
    }
}
