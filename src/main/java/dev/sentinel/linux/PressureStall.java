package dev.sentinel.linux;

import java.util.Optional;

/// How much work waits for a resource: shares of the last ten seconds in percent, from a file below
/// /proc/pressure (proc_pressure(5), the kernel's psi.rst).
///
/// ```
///    some avg10=0.42 avg60=0.10 avg300=0.02 total=1523298
///    full avg10=0.10 avg60=0.03 avg300=0.00 total=471702
/// ```
///
/// @param some at least one task waited
/// @param full everybody who had something to do waited; zero where the kernel does not tell
public record PressureStall(double some, double full) {

    /// Empty when the text says nothing of the kind.
    static Optional<PressureStall> parse(String text) {
        Optional<Double> some = share(text, "some avg10=");
        return some.map(known -> new PressureStall(known, share(text, "full avg10=").orElse(0.0)));
    }

    private static Optional<Double> share(String text, String prefix) {
        try {
            return text.lines()
                    .filter(line -> line.startsWith(prefix))
                    .findFirst()
                    .map(line -> line.substring(prefix.length()).split(" ", 2)[0])
                    .map(Double::parseDouble);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
