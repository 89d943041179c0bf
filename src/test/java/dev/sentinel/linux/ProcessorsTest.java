package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorsTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "0-1, 2", "'0-3,8', 5", "'1,3,5-6', 4", "'0-127\n', 128"})
    void ranges_are_counted(String list, int processors) {
        assertEquals(processors, Processors.count(list));
    }

    @Test
    void this_machine_has_as_many_as_java_may_use_or_more() {
        int ours = Runtime.getRuntime().availableProcessors();
        assertTrue(Processors.online() >= ours);
    }
}
