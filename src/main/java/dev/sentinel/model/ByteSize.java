package dev.sentinel.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount of memory. Units are binary, as in free(1): `1K` is 1024 bytes.
///
/// @param bytes never negative
public record ByteSize(long bytes) {

    /// Nothing; as a limit it means "no limit".
    public static final ByteSize ZERO = new ByteSize(0);

    private static final long MEBI = 1L << 20;
    private static final String UNITS = "KMGTPE";
    private static final Pattern TEXT =
            Pattern.compile(
                    "(\\d+(?:\\.\\d+)?)\\s*(?:(%)|([KMGTPE]?)(i?B)?)", Pattern.CASE_INSENSITIVE);

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative: " + bytes);
        }
    }

    public static ByteSize ofMebibytes(long mebibytes) {
        return new ByteSize(Math.multiplyExact(mebibytes, MEBI));
    }

    /// Reads `512M`, `512MiB`, `1.5G`, `80%` or a bare number, which counts MiB.
    ///
    /// @param whole what 100 % stands for
    /// @throws IllegalArgumentException with a sentence for the user
    public static ByteSize parse(String text, ByteSize whole) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw notASize(text);
        }
        Decimal number = Decimal.of(matcher.group(1));
        boolean percentage = matcher.group(2) != null;
        if (percentage && number.percent().isMoreThanOne()) {
            throw new IllegalArgumentException("'%s' is more than there is".formatted(text));
        }
        try {
            long bytes =
                    percentage
                            ? number.percent().times(whole.bytes())
                            : number.times(unit(matcher));
            // Zero switches a limit off; nobody should do that by a slip of the pen.
            if (bytes == 0 && (percentage || !number.isZero())) {
                throw new IllegalArgumentException("'%s' is less than a byte".formatted(text));
            }
            return new ByteSize(bytes);
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException(
                    "'%s' is larger than any memory".formatted(text), tooLarge);
        }
    }

    private static long unit(Matcher matcher) {
        String unit = matcher.group(3).toUpperCase(Locale.ROOT);
        boolean bareNumber = unit.isEmpty() && matcher.group(4) == null;
        if (bareNumber) {
            return MEBI;
        }
        int power = unit.isEmpty() ? 0 : UNITS.indexOf(unit) + 1;
        return 1L << (10 * power);
    }

    private static IllegalArgumentException notASize(String text) {
        return new IllegalArgumentException(
                "'%s' is not a size; write a number with a unit, for instance 512M, 1.5G or 80%%"
                        .formatted(text));
    }

    /// In the largest unit that leaves at least one of it: `534.2 MiB`. From GiB on small numbers
    /// get a second decimal, because sizes are compared by eye. At most ten characters.
    @Override
    public String toString() {
        if (bytes < 1024) {
            return bytes + " B";
        }
        int power = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        double amount = (double) bytes / (1L << (10 * power));
        int parts = power > 2 && amount < 10 ? 100 : 10;
        // Not String.format, which brings up all that is known of languages, 15 ms.
        long rounded = Math.round(amount * parts);
        long rest = rounded % parts;
        String decimals = parts == 100 && rest < 10 ? "0" + rest : Long.toString(rest);
        return rounded / parts + "." + decimals + " " + UNITS.charAt(power - 1) + "iB";
    }
}
