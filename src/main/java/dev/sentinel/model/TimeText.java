package dev.sentinel.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write and read them.
public final class TimeText {

    private static final Map<String, Duration> UNITS =
            Map.of(
                    "us", Duration.ofNanos(1_000),
                    "ms", Duration.ofMillis(1),
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1));
    private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(us|ms|s|m|h|d)");

    private TimeText() {}

    /// Reads `250ms`, `3s`, `1.5m`, `2h` or a plain `0`.
    ///
    /// @throws IllegalArgumentException with a sentence for the user
    public static Duration parse(String text) {
        String stripped = text.strip();
        if (stripped.equals("0")) {
            return Duration.ZERO;
        }
        Matcher matcher = TEXT.matcher(stripped);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a duration; write a number with a unit, for instance 250ms, 3s or 5m"
                            .formatted(text));
        }
        Duration unit = UNITS.getOrDefault(matcher.group(2), Duration.ZERO);
        try {
            return Duration.ofNanos(Decimal.of(matcher.group(1)).times(unit.toNanos()));
        } catch (ArithmeticException tooLong) {
            throw new IllegalArgumentException(
                    "'%s' is longer than 292 years".formatted(text), tooLong);
        }
    }

    /// Two decimals of a second, for what has been measured: `0.21 s`.
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }

    /// A setting as it was meant: `3 s`, `250 ms`, `500 us`.
    public static String plain(Duration duration) {
        if (duration.toNanosPart() == 0) {
            return duration.toSeconds() + " s";
        }
        boolean wholeMillis = duration.toNanosPart() % 1_000_000 == 0;
        return wholeMillis ? duration.toMillis() + " ms" : duration.toNanos() / 1000 + " us";
    }

    /// A time that nobody knows exactly, in its largest unit and the next: `45 s`, `4 m`, `2 h 10
    /// m`, `3 d 4 h`.
    public static String rough(Duration duration) {
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.toHours() == 0) {
            return duration.toMinutes() + " m";
        }
        return duration.toDays() == 0
                ? "%d h %d m".formatted(duration.toHours(), duration.toMinutesPart())
                : "%d d %d h".formatted(duration.toDays(), duration.toHoursPart());
    }

    /// A short time exactly, for axes: `45s`, `2m`, `2m15s`.
    public static String brief(Duration duration) {
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + "s";
        }
        int seconds = duration.toSecondsPart();
        return duration.toMinutes() + "m" + (seconds == 0 ? "" : seconds + "s");
    }

    /// A running time in at most eight characters: `00:01:20`, from a day on `3d 04h`.
    public static String clock(Duration duration) {
        if (duration.toDays() > 0) {
            return "%dd %02dh".formatted(duration.toDays(), duration.toHoursPart());
        }
        return "%02d:%02d:%02d"
                .formatted(
                        duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
