package dev.sentinel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

class DecimalTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1024, 0",
        "007, 3, 21",
        "1.5, 1024, 1536",
        "0.999, 1000, 999",
        "0.9999, 1000, 999",
        "7.999999999999999999999999, 1152921504606846976, 9223372036854775807",
        "0.9, 1152921504606846976, 1037629354146162278",
    })
    void it_counts_units_and_rounds_down(String text, long unit, long product) {
        assertEquals(product, Decimal.of(text).times(unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "9.5", "99999999999999999999", "7.9999999999999999999"})
    void it_agrees_with_big_decimal_on_whether_a_long_holds_it(String text) {
        long unit = 1L << 60;
        BigDecimal exact =
                new BigDecimal(text)
                        .multiply(BigDecimal.valueOf(unit))
                        .setScale(0, RoundingMode.FLOOR);
        if (exact.toBigIntegerExact().bitLength() < Long.SIZE) {
            assertEquals(exact.longValueExact(), Decimal.of(text).times(unit));
        } else {
            assertThrows(ArithmeticException.class, () -> Decimal.of(text).times(unit));
        }
    }

    @Test
    void it_agrees_with_big_decimal_on_any_number() {
        Random random = new Random(25);
        for (int round = 0; round < 10_000; round++) {
            String text = random.nextInt(1000) + "." + random.nextLong(1, Long.MAX_VALUE);
            long unit = random.nextLong(1L << 50);
            BigDecimal exact = new BigDecimal(text).multiply(BigDecimal.valueOf(unit));
            assertEquals(
                    exact.setScale(0, RoundingMode.FLOOR).longValueExact(),
                    Decimal.of(text).times(unit),
                    () -> text + " × " + unit);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, false",
        "1, false",
        "1.000, false",
        "001, false",
        "1.001, true",
        "2, true",
        "10, true"
    })
    void more_than_one_is_told_exactly(String text, boolean more) {
        assertEquals(more, Decimal.of(text).isMoreThanOne());
    }

    @ParameterizedTest
    @CsvSource({"80, 1000, 800", "12.5, 1000, 125", "0.19, 1000, 1", "100, 7, 7", "250, 4, 10"})
    void a_percentage_is_a_hundredth(String text, long whole, long part) {
        assertEquals(part, Decimal.of(text).percent().times(whole));
    }
}
