package dev.sentinel.leaker;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of memory as people write them; all units are binary, so 1M is 1,048,576 bytes. */
final class ByteSize {
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{1,12}(?:\\.\\d{1,9})?)(?:([KMGT])(?:i?B)?|B)?", Pattern.CASE_INSENSITIVE);
    private static final String PER_SECOND = "/s";

    private ByteSize() {}

    /**
     * The bytes, at least one, meant by words such as {@code 512K}, {@code 1.5G}, {@code 10MiB}.
     */
    static long parse(String text) throws UsageException {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            double bytes = Double.parseDouble(form.group(1)) * unit(form.group(2));
            if (bytes >= 1 && bytes < Long.MAX_VALUE) {
                return (long) bytes;
            }
        }
        throw new UsageException("'" + text + "' is not a size such as 512K, 10M or 1.5G");
    }

    /** The bytes in each second meant by words such as {@code 50M/s}. */
    static long parsePerSecond(String text) throws UsageException {
        if (!text.endsWith(PER_SECOND)) {
            throw new UsageException("'" + text + "' is not a rate such as 50M/s");
        }
        return parse(text.substring(0, text.length() - PER_SECOND.length()));
    }

    static String format(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / (double) unit("M"));
    }

    private static long unit(String letter) {
        return switch (letter == null ? "" : letter.toUpperCase(Locale.ROOT)) {
            case "K" -> 1L << 10;
            case "M" -> 1L << 20;
            case "G" -> 1L << 30;
            case "T" -> 1L << 40;
            default -> 1;
        };
    }
}
