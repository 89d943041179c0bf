package dev.sentinel.model;

/// A decimal number as somebody wrote it, with any number of digits. It stands in for BigDecimal,
/// which takes half as long to load as a child to start.
///
/// @param whole digits before the point, at least one
/// @param fraction digits after it, perhaps none
record Decimal(String whole, String fraction) {

    private static final int TEN = 10;

    /// The longest run of digits that is surely a long.
    private static final int SURE_DIGITS = 18;

    /// Takes `12` or `12.5`, which the caller has checked.
    static Decimal of(String text) {
        int point = text.indexOf('.');
        return point < 0
                ? new Decimal(text, "")
                : new Decimal(text.substring(0, point), text.substring(point + 1));
    }

    boolean isZero() {
        return isZero(whole) && isZero(fraction);
    }

    boolean isMoreThanOne() {
        int last = whole.length() - 1;
        boolean moreThanADigit = !isZero(whole.substring(0, last));
        char digit = whole.charAt(last);
        return moreThanADigit || digit > '1' || (digit == '1' && !isZero(fraction));
    }

    private static boolean isZero(String digits) {
        for (int at = 0; at < digits.length(); at++) {
            if (digits.charAt(at) != '0') {
                return false;
            }
        }
        return true;
    }

    /// A hundredth of it.
    Decimal percent() {
        String padded = "00" + whole;
        int point = padded.length() - 2;
        return new Decimal(padded.substring(0, point), padded.substring(point) + fraction);
    }

    /// So many of that unit, rounded down; exact however many digits there are.
    ///
    /// @param unit at most 2^60
    /// @throws ArithmeticException when that is more than a long holds
    long times(long unit) {
        // Rounding down at every digit is the same as rounding down once, for all but the remainder
        // is
        // whole. Ten units fit into 64 bits only without a sign.
        long part = 0;
        for (int at = fraction.length() - 1; at >= 0; at--) {
            part = Long.divideUnsigned((fraction.charAt(at) - '0') * unit + part, TEN);
        }
        return Math.addExact(Math.multiplyExact(wholeNumber(), unit), part);
    }

    private long wholeNumber() {
        int first = 0;
        while (first < whole.length() - 1 && whole.charAt(first) == '0') {
            first++;
        }
        if (whole.length() - first > SURE_DIGITS) {
            throw new ArithmeticException("too many digits");
        }
        return Long.parseLong(whole, first, whole.length(), TEN);
    }
}
