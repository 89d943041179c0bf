package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

class MemoryLinesTest {

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void an_amount_is_found_by_its_whole_name() {
        ByteBuffer rollup =
                text(
                        """
                        00400000-7ffd9b5c7000 ---p 00000000 00:00 0                  [rollup]
                        Rss:                1580 kB
                        Pss:                 131 kB
                        Pss_Anon:            112 kB
                        SwapPss:               7 kB
                        Swap:                  9 kB
                        """);
        assertEquals(1580 * 1024, MemoryLines.bytes(rollup, "Rss"));
        assertEquals(131 * 1024, MemoryLines.bytes(rollup, "Pss"));
        assertEquals(9 * 1024, MemoryLines.bytes(rollup, "Swap"));
        assertEquals(-1, MemoryLines.bytes(rollup, "Ps"));
        assertEquals(-1, MemoryLines.bytes(rollup, "Anon"));
    }

    @Test
    void a_text_that_ends_early_has_no_amount_or_what_there_is() {
        assertEquals(-1, MemoryLines.bytes(text(""), "VmRSS"));
        assertEquals(-1, MemoryLines.bytes(text("VmRSS"), "VmRSS"));
        assertEquals(12 * 1024, MemoryLines.bytes(text("Name:\tx\nVmRSS:\t 12"), "VmRSS"));
    }

    @Test
    void this_very_process_has_them() throws IOException {
        ByteBuffer sums = Proc.SYSTEM.memorySums(ProcessHandle.current().pid()).orElseThrow();
        long resident = MemoryLines.bytes(sums, "Rss");
        long proportional = MemoryLines.bytes(sums, "Pss");
        assertTrue(proportional > 0 && proportional <= resident, proportional + " " + resident);
    }
}
