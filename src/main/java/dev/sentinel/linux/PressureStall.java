package dev.sentinel.linux;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How much work waits for a resource, from a file below /proc/pressure or of a cgroup
/// (proc_pressure(5), the kernel's psi.rst).
///
/// ```
///    some avg10=0.42 avg60=0.10 avg300=0.02 total=1523298
///    full avg10=0.10 avg60=0.03 avg300=0.00 total=471702
/// ```
///
/// @param some at least one task waited; the share of the last ten seconds in percent
/// @param full everybody who had something to do waited; zero where the kernel does not tell
/// @param someTotal the same as a time, since the machine's or the cgroup's start
/// @param fullTotal likewise
public record PressureStall(double some, double full, Duration someTotal, Duration fullTotal) {

    private static final String SHARE = "avg10=";

    /// In microseconds.
    private static final String TOTAL = "total=";

    /// Empty when the text says nothing of the kind.
    static Optional<PressureStall> parse(String text) {
        try {
            Optional<String> some = line(text, "some ");
            String full = line(text, "full ").orElse("");
            return some.filter(line -> line.contains(" " + SHARE))
                    .map(line ->
                            new PressureStall(share(line), share(full), total(line), total(full)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<String> line(String text, String prefix) {
        return text.lines().filter(line -> line.startsWith(prefix)).findFirst();
    }

    private static double share(String line) {
        return value(line, SHARE).map(Double::parseDouble).orElse(0.0);
    }

    private static Duration total(String line) {
        return value(line, TOTAL)
                .map(Long::parseLong)
                .map(micros -> Duration.of(micros, ChronoUnit.MICROS))
                .orElse(Duration.ZERO);
    }

    private static Optional<String> value(String line, String key) {
        for (String word : line.split(" ", -1)) {
            if (word.startsWith(key)) {
                return Optional.of(word.substring(key.length()));
            }
        }
        return Optional.empty();
    }
}
