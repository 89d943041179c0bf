package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// Sentinel and a command that takes all it can get, both in one container: when its memory is used
/// up, the kernel kills one of them. Sentinel comes first, and if it does not, is not the one.
class SharedMemoryIT {

    private static final int ROUNDS = 20;

    /// Of twenty, the kernel may be the first one once.
    private static final int ENDED_BY_SENTINEL = 19;

    private static final int MEBIBYTE = 1 << 20;
    private static final int LIMIT = 400;
    private static final int CONTAINER = 600;

    /// Takes 500 MiB a second, so that a quarter of a second is left between the limit and the end:
    /// Sentinel uses some of the container's memory, too.
    private static final String HOG =
            """
            import time

            held = []
            begin = time.monotonic()
            while True:
                while len(held) < 125 * (time.monotonic() - begin):
                    held.append(b'x' * (4 << 20))
                time.sleep(0.002)
            """;

    @Test
    void sentinel_outlives_the_hog_and_ends_it() throws Exception {
        Needs.firstCgroups("memory");
        List<String> endings = new ArrayList<>();
        try (FirstCgroup container = FirstCgroup.create("memory")) {
            container.write("memory.limit_in_bytes", Long.toString((long) CONTAINER * MEBIBYTE));
            // Or a machine that swaps would give the hog more than that.
            container.write("memory.swappiness", "0");
            for (int round = 0; round < ROUNDS; round++) {
                endings.add(ending(container));
            }
        }
        String breach =
                "memory \\d+\\.\\d MiB > limit %d\\.0 MiB \\(.*\\); SIGTERM, ended after .*"
                        .formatted(LIMIT);
        long bySentinel =
                endings.stream()
                        .filter(line -> line.matches("123 sentinel: python3: " + breach))
                        .count();
        assertTrue(bySentinel >= ENDED_BY_SENTINEL, String.join("\n", endings));
    }

    /// What Sentinel lived to tell: the exit code and the last line. One that the kernel has killed
    /// has said nothing at the end.
    private static String ending(FirstCgroup container) throws Exception {
        String enter = "echo $$ >%s && exec \"$@\"".formatted(container.file("cgroup.procs"));
        List<String> way = List.of("sh", "-c", enter, "sh");
        try (Herd herd = Herd.marked();
                Guard guard =
                        Guard.start(
                                way,
                                Surroundings.CGROUP,
                                "-m",
                                LIMIT + "M",
                                Herd.PYTHON,
                                "-c",
                                HOG,
                                herd.mark())) {
            Program.Result result = guard.await();
            String last = result.err().lines().reduce("", (_, next) -> next);
            assertTrue(
                    last.matches("sentinel: python3: (memory|killed|exited).* after .* s.*"),
                    "Sentinel ended with %d: %s".formatted(result.code(), result.err()));
            return result.code() + " " + last;
        }
    }
}
