package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Optional;

class ProcUsageTest {

    private static final String LINE =
            "4711 (NAME) S 4700 4711 4711 34816 4711 4194304 20931 0 4 0 112 20 5 6 20 0 21 0 93311"
                    + " 5242880 300 18446744073709551615\n";

    private static final String STATM = "3181 1024 412 210 0 388 0\n";

    @ParameterizedTest
    @ValueSource(strings = {"java", "x) Z 1 2 3", "", "two\nlines"})
    void own_time_and_memory_are_read_whatever_the_name(String name) {
        var process = new ProcStat(4711, name, 'S', 4700, 21, 93_311);
        assertEquals(
                Optional.of(new ProcUsage(process, 112, 20, 20_931, 4, 1024)),
                ProcUsage.parse(LINE.replace("NAME", name), STATM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4711 (java) S",
                "4711 (java) S 4700 1 1 1 1 1 1 1 1 1 112",
                "4711 (java) S 4700 1 1 1 1 1 1 1 1 1 112 20 0 0 20 0 21 0",
                "4711 (java) S 4700 1 1 1 1 1 1 1 1 1 x 20 0 0 20 0 21 0 93311 5242880 300",
            })
    void what_is_cut_short_or_foreign_tells_nothing(String text) {
        assertEquals(Optional.empty(), ProcUsage.parse(text, STATM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0 0 0 0 0 0 0\n"})
    void one_that_has_given_its_memory_back_has_none(String statm) {
        ProcUsage usage = ProcUsage.parse(LINE.replace("NAME", "java"), statm).orElseThrow();
        assertEquals(0, usage.residentPages());
    }

    @Test
    void this_process_has_used_some() throws IOException {
        ProcUsage usage = Proc.SYSTEM.usage(ProcessHandle.current().pid()).orElseThrow();
        assertEquals(ProcessHandle.current().pid(), usage.process().pid());
        assertTrue(usage.userTicks() > 0, usage::toString);
        assertTrue(usage.residentPages() > 1000, usage::toString);
    }
}
