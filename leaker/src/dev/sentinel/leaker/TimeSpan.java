package dev.sentinel.leaker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them. */
final class TimeSpan {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");

    private TimeSpan() {}

    /** The nanoseconds, more than none, meant by words such as {@code 500ms} or {@code 1.5s}. */
    static long parse(String text) throws UsageException {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            double nanos = Double.parseDouble(form.group(1)) * unit(form.group(2));
            if (nanos >= 1 && nanos < Long.MAX_VALUE) {
                return (long) nanos;
            }
        }
        throw new UsageException("'" + text + "' is not a time such as 500ms, 2s or 1m");
    }

    private static double unit(String letters) {
        return switch (letters) {
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            default -> 3600e9;
        };
    }
}
