package dev.sentinel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

    private static final ByteSize WHOLE = new ByteSize(1000);

    @ParameterizedTest
    @CsvSource({
        "0,        0",
        "0B,       0",
        "1B,       1",
        "1K,       1024",
        "1k,       1024",
        "1KB,      1024",
        "1KiB,     1024",
        "512M,     536870912",
        "512 MiB,  536870912",
        "' 512M ', 536870912",
        "1G,       1073741824",
        "1.5G,     1610612736",
        "0.5K,     512",
        "1T,       1099511627776",
        "1P,       1125899906842624",
        "7E,       8070450532247928832",
    })
    void units_are_binary_in_either_case_and_with_or_without_B(String text, long bytes) {
        assertEquals(bytes, ByteSize.parse(text, WHOLE).bytes());
    }

    @ParameterizedTest
    @CsvSource({"1, 1048576", "512, 536870912", "0.5, 524288"})
    void a_bare_number_counts_mebibytes(String text, long bytes) {
        assertEquals(bytes, ByteSize.parse(text, WHOLE).bytes());
    }

    @ParameterizedTest
    @CsvSource({"80%, 800", "12.5 %, 125", "100%, 1000", "0.19%, 1"})
    void a_percentage_is_a_part_of_the_whole_rounded_down(String text, long bytes) {
        assertEquals(bytes, ByteSize.parse(text, WHOLE).bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "M", "%", "-1", "+1", "1.", ".5", "1,5G", "1e3", "512X", "512Mi", "1 G B",
                "0x10", "NaN", "1G\n2G", "٣M", "80%%"
            })
    void what_is_not_a_size_is_refused_with_examples(String text) {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> ByteSize.parse(text, WHOLE));
        assertEquals(
                "'%s' is not a size; write a number with a unit, for instance 512M, 1.5G or 80%%"
                        .formatted(text),
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"8E", "9223372036854775808B", "99999999999999999999999999"})
    void more_than_a_long_can_count_is_refused(String text) {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> ByteSize.parse(text, WHOLE));
        assertEquals("'%s' is larger than any memory".formatted(text), refusal.getMessage());
    }

    @Test
    void a_size_cannot_be_negative() {
        assertThrows(IllegalArgumentException.class, () -> new ByteSize(-1));
    }

    @ParameterizedTest
    @CsvSource({
        "0,                   0 B",
        "1023,                1023 B",
        "1024,                1.0 KiB",
        "1536,                1.5 KiB",
        "536870912,           512.0 MiB",
        "560147661,           534.2 MiB",
        "1073741824,          1.00 GiB",
        "8589934591,          8.00 GiB",
        "10737418240,         10.0 GiB",
        "25769803776,         24.0 GiB",
        "1099511627776,       1.00 TiB",
        "1152921504606846976, 1.00 EiB",
        "9223372036854775807, 8.00 EiB",
    })
    void it_is_shown_in_the_largest_unit_that_leaves_one_of_it(long bytes, String text) {
        assertEquals(text, new ByteSize(bytes).toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1023, 1048575, 8589934591L, 10737418239L, Long.MAX_VALUE})
    void it_is_never_wider_than_a_column_of_ten(long bytes) {
        String text = new ByteSize(bytes).toString();
        assertTrue(text.length() <= 10, text);
    }

    @ParameterizedTest
    @CsvSource({
        "0%,      ''0%'' is less than a byte",
        "0.0001K, ''0.0001K'' is less than a byte",
        "200%,    ''200%'' is more than there is",
    })
    void a_limit_is_not_switched_off_or_doubled_by_a_slip(String text, String sentence) {
        var wrong =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ByteSize.parse(text, ByteSize.ofMebibytes(1000)));
        assertEquals(sentence.replace("''", "'"), wrong.getMessage());
    }
}
