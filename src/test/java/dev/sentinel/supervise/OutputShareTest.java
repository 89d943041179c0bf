package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

class OutputShareTest {

    @ParameterizedTest
    @CsvSource({
        "1,    256, ' [cut at 64 KiB]'",
        "32,   256, ' [cut at 64 KiB]'",
        "33,   128, ' [cut at 32 KiB]'",
        "200,   32, ' [cut at 8 KiB]'",
        "1000,   8, ' [cut at 2 KiB]'",
        "9999,   8, ' [cut at 2 KiB]'",
    })
    void many_targets_keep_less_of_each(int targets, int kibibytes, String mark) {
        OutputShare share = OutputShare.among(targets);
        assertEquals(kibibytes << 10, share.bytes());
        assertEquals(mark, new String(share.mark(), StandardCharsets.US_ASCII));
    }

    @Test
    void a_thousand_targets_stay_within_their_part_of_the_heap() {
        for (int targets = 1; targets <= 1024; targets++) {
            int all = targets * OutputShare.among(targets).bytes();
            assertTrue(all <= 8 << 20, () -> all + " bytes");
        }
    }
}
