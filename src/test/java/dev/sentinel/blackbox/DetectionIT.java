package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// No leak is missed, and none is noticed late. How soon exactly is for the benchmark to tell,
/// which this runs for a few rounds.
class DetectionIT {

    private static final int ROUNDS = 20;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    /// From one look to the next close to the limit, and what a machine with other things to do may
    /// add.
    private static final double MOST_MILLIS = 101;

    private static final Pattern ROW =
            Pattern.compile("\\| 500 MB/s \\| [0-9.]+ \\| ([0-9.]+) \\|.*\\| (\\d+) \\|");

    private static final Pattern BUSY_ROW =
            Pattern.compile("\\| all doors busy \\| ([0-9.]+) \\|.*\\| (\\d+) \\|");

    @Test
    void nobody_at_the_doors_delays_a_kill() throws Exception {
        Needs.tools("python3", "cc");
        List<String> command = List.of("bench/run", "doors", "--rounds", "2");
        Program.Result result = Program.run(LONG_ENOUGH, Guard.ENVIRONMENT, command);
        Matcher row = BUSY_ROW.matcher(result.out());
        assertTrue(row.find(), result.out() + result.err());
        assertEquals("0", row.group(2), result.out());
        assertTrue(Double.parseDouble(row.group(1)) <= MOST_MILLIS, result.out());
    }

    @Test
    void every_ramp_is_caught_in_time() throws Exception {
        Needs.tools("python3", "cc");
        List<String> command =
                List.of("bench/run", "detect", "--rounds", "" + ROUNDS, "--slow-rounds", "0");
        Program.Result result = Program.run(LONG_ENOUGH, Guard.ENVIRONMENT, command);
        Matcher row = ROW.matcher(result.out());
        assertTrue(row.find(), result.out() + result.err());
        assertEquals("0", row.group(2), result.out());
        assertTrue(Double.parseDouble(row.group(1)) <= MOST_MILLIS, result.out());
    }
}
