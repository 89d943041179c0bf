package dev.sentinel.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

class PressureStallTest {

    private static final String SOME = "some avg10=0.42 avg60=7.10 avg300=9.02 total=1523298\n";
    private static final String FULL = "full avg10=100.00 avg60=8.03 avg300=0.00 total=471702\n";

    @TempDir Path root;

    private Optional<PressureStall> read(String text) {
        return FakeProc.in(root).file("pressure/memory", text).proc().memoryPressure();
    }

    private static Duration micros(long count) {
        return Duration.of(count, ChronoUnit.MICROS);
    }

    @Test
    void the_shares_of_the_last_ten_seconds_and_the_sums_are_read() {
        var stall = new PressureStall(0.42, 100, micros(1_523_298), micros(471_702));
        assertEquals(Optional.of(stall), read(SOME + FULL));
    }

    @Test
    void a_kernel_may_tell_only_of_some() {
        var stall = new PressureStall(0.42, 0, micros(1_523_298), Duration.ZERO);
        assertEquals(Optional.of(stall), read(SOME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "some",
                "some avg10=\n",
                "some avg10=x avg60=1\n",
                "some avg10=1 total=x",
                FULL
            })
    void what_cannot_be_understood_is_not_known(String text) {
        assertEquals(Optional.empty(), read(text));
    }

    @Test
    void a_kernel_without_it_has_no_such_file() {
        assertEquals(Optional.empty(), FakeProc.in(root).proc().memoryPressure());
    }

    /// With psi=0 the file is there, and reading it fails (EOPNOTSUPP), as it does with a
    /// directory.
    @Test
    void where_it_is_switched_off_it_is_not_known() throws IOException {
        Files.createDirectories(root.resolve("pressure/memory"));
        assertEquals(Optional.empty(), FakeProc.in(root).proc().memoryPressure());
    }
}
