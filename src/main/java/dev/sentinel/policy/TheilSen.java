package dev.sentinel.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The line whose slope is the median of the slopes of all pairs of points: P. K. Sen, Estimates of
/// the Regression Coefficient Based on Kendall's Tau, Journal of the American Statistical
/// Association 63 (1968). A good part of the points may be anything without spoiling it, and it
/// asks nothing of the noise. Of the pairs only those are taken that are at least half of the
/// points apart: they are a quarter, know nearly as much, and never lie on one step of a staircase.
final class TheilSen {

    /// A rise below that is nobody's concern, and is not worth looking at all pairs.
    private static final double LEAST_RISE = 1 << 20;

    private static final double LEAST_SHARE = 0.01;
    private static final double KEPT = 0.9;

    /// Room to work in; there is none as long as nothing rises, for most targets never do.
    private double[] slopes = {};

    private double[] residuals = {};
    private double[] sorted = {};

    /// Empty when the points rise by too little.
    Optional<Line> through(List<Extremes> points) {
        int size = points.size();
        double last = mean(points.subList(size - size / 3, size));
        double rise = last - mean(points.subList(0, size / 3));
        if (rise < Math.max(LEAST_RISE, LEAST_SHARE * last)) {
            return Optional.empty();
        }
        makeRoom();
        double slope = slope(points);
        double intercept = intercept(points, slope);
        double middle = (points.getFirst().lowAt() + points.getLast().lowAt()) / 2;
        double worst = worstKept(size, intercept);
        return Optional.of(
                new Line(
                        slope,
                        fit(points, intercept, worst),
                        pace(points, intercept, worst),
                        intercept + slope * middle,
                        ceiling(points, slope)));
    }

    private void makeRoom() {
        if (slopes.length == 0) {
            slopes = new double[Window.MOST * Window.MOST / 4];
            residuals = new double[Window.MOST];
            sorted = new double[Window.MOST];
        }
    }

    private static double mean(List<Extremes> points) {
        double sum = 0;
        for (Extremes point : points) {
            sum += point.low();
        }
        return sum / points.size();
    }

    private double slope(List<Extremes> points) {
        int pairs = 0;
        for (int i = 0; i < points.size(); i++) {
            Extremes first = points.get(i);
            for (int j = i + points.size() / 2; j < points.size(); j++) {
                Extremes second = points.get(j);
                slopes[pairs++] = (second.low() - first.low()) / (second.lowAt() - first.lowAt());
            }
        }
        Arrays.sort(slopes, 0, pairs);
        return (slopes[(pairs - 1) / 2] + slopes[pairs / 2]) / 2;
    }

    private double intercept(List<Extremes> points, double slope) {
        int size = points.size();
        for (int i = 0; i < size; i++) {
            Extremes point = points.get(i);
            residuals[i] = point.low() - slope * point.lowAt();
        }
        System.arraycopy(residuals, 0, sorted, 0, size);
        Arrays.sort(sorted, 0, size);
        return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    }

    /// The largest distance from the line among the points that are kept; turns the residuals into
    /// distances.
    private double worstKept(int size, double intercept) {
        for (int i = 0; i < size; i++) {
            sorted[i] = Math.abs(residuals[i] - intercept);
        }
        Arrays.sort(sorted, 0, size);
        return sorted[(int) Math.ceil(KEPT * size) - 1];
    }

    /// Only what is long past is forgiven: what leaves the line now may be the end of the growth.
    private boolean isKept(int point, int size, double intercept, double worst) {
        return 2 * point >= size || Math.abs(residuals[point] - intercept) <= worst;
    }

    private double fit(List<Extremes> points, double intercept, double worst) {
        int kept = 0;
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            if (isKept(i, points.size(), intercept, worst)) {
                sum += points.get(i).low();
                kept++;
            }
        }
        double mean = sum / kept;
        double unexplained = 0;
        double total = 0;
        for (int i = 0; i < points.size(); i++) {
            if (isKept(i, points.size(), intercept, worst)) {
                double off = residuals[i] - intercept;
                double away = points.get(i).low() - mean;
                unexplained += off * off;
                total += away * away;
            }
        }
        return total > 0 ? 1 - unexplained / total : 0;
    }

    /// From the centre of the first third to that of the second, and from there to that of the
    /// last. Halves would be too few steps of a staircase.
    private double pace(List<Extremes> points, double intercept, double worst) {
        double[] at = new double[3];
        double[] low = new double[3];
        int[] kept = new int[3];
        for (int i = 0; i < points.size(); i++) {
            if (isKept(i, points.size(), intercept, worst)) {
                int third = 3 * i / points.size();
                at[third] += points.get(i).lowAt();
                low[third] += points.get(i).low();
                kept[third]++;
            }
        }
        for (int third = 0; third < 3; third++) {
            at[third] /= kept[third];
            low[third] /= kept[third];
        }
        double first = (low[1] - low[0]) / (at[1] - at[0]);
        double second = (low[2] - low[1]) / (at[2] - at[1]);
        if (second <= 0) {
            return 0;
        }
        return first > 0 ? second / first : Double.MAX_VALUE;
    }

    /// Nine of ten high points lie below it: a single burst does not lift it, while the teeth of a
    /// saw and the edges of stairs do.
    private double ceiling(List<Extremes> points, double slope) {
        int size = points.size();
        for (int i = 0; i < size; i++) {
            Extremes point = points.get(i);
            sorted[i] = point.high() - slope * point.highAt();
        }
        Arrays.sort(sorted, 0, size);
        return sorted[(int) Math.ceil(KEPT * size) - 1];
    }
}
