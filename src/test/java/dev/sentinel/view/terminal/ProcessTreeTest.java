package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.ProcessFacts;
import dev.sentinel.model.ProcessId;

import org.junit.jupiter.api.Test;

import java.util.List;

class ProcessTreeTest {

    @Test
    void children_stand_below_their_parents_the_largest_first() {
        List<ProcessFacts> processes =
                List.of(
                        process(10, 1, "sh", 1),
                        process(11, 10, "small", 5),
                        process(12, 10, "large", 50),
                        process(13, 12, "below", 2),
                        process(20, 1, "orphan", 9));
        assertEquals(
                """
                      20    9.0 MiB   50.0     3     9  orphan
                      10    1.0 MiB   50.0     3     9  sh
                      12   50.0 MiB   50.0     3     9  ├─ large
                      13    2.0 MiB   50.0     3     9  │  └─ below
                      11    5.0 MiB   50.0     3     9  └─ small
                """,
                Screens.text(new ProcessTree(processes, Glyphs.UNICODE).lines()));
    }

    @Test
    void names_are_harmless() {
        var hostile = List.of(process(10, 1, "\u001b[2J", 1));
        assertEquals(
                """
                      10    1.0 MiB   50.0     3     9  \\x1b[2J
                """,
                Screens.text(new ProcessTree(hostile, Glyphs.UNICODE).lines()));
    }

    private static ProcessFacts process(long pid, long parent, String name, long mebibytes) {
        return new ProcessFacts(
                new ProcessId(pid, pid), parent, name, ByteSize.ofMebibytes(mebibytes), 0.5, 3, 9);
    }
}
