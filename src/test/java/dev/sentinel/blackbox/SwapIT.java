package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/// A leak that is moved out of main memory as it grows.
class SwapIT {

    /// 100 MiB, of which the first half is moved out before there is a second. Nothing that could
    /// be compressed or merged.
    private static final String LEAK =
            """
            import mmap, os, time

            def block():
                memory = mmap.mmap(-1, 50 << 20, flags=mmap.MAP_PRIVATE)
                for at in range(0, len(memory), 1 << 20):
                    memory[at:at + (1 << 20)] = os.urandom(1 << 20)
                return memory

            first = block()
            first.madvise(21)
            second = block()
            time.sleep(2)
            """;

    @TempDir Path directory;
    private Path swap;

    @BeforeEach
    void there_is_room_to_swap() throws Exception {
        swap = directory.resolve("swap");
        Program.output("dd", "if=/dev/zero", "of=" + swap, "bs=1M", "count=64", "status=none");
        Program.output("chmod", "600", swap.toString());
        Program.output("mkswap", swap.toString());
        String refused = Program.output("swapon", swap.toString());
        assumeTrue(refused.isEmpty(), "this test needs the right to swap: " + refused);
    }

    @AfterEach
    void as_before() throws Exception {
        Program.output("swapoff", swap.toString());
    }

    @ParameterizedTest
    @CsvSource({"rss+swap, 123", "rss, 0"})
    void what_is_in_swap_counts_where_that_is_asked_for(String metric, int code) throws Exception {
        Program.Result result =
                Guard.run(
                        "--no-tui",
                        "--no-socket",
                        "--no-metrics",
                        "-m",
                        "90M",
                        "--metric",
                        metric,
                        Herd.PYTHON,
                        "-c",
                        LEAK);
        assertEquals(code, result.code(), result.err());
    }
}
