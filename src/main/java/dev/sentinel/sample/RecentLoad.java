package dev.sentinel.sample;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How busy a process has been lately. The kernel counts its time in hundredths of a second, so who
/// uses a few of them a second is told from several looks together.
final class RecentLoad {

    private static final int LOOKS = 10;

    private record Look(Duration cpu, Duration at) {}

    private final Deque<Look> looks = new ArrayDeque<>();

    /// Processors used since the tenth look before this one, or the first; zero at the first.
    ///
    /// @param cpu used since the process started
    /// @param at when that was read
    double after(Duration cpu, Duration at) {
        looks.add(new Look(cpu, at));
        if (looks.size() > LOOKS + 1) {
            looks.remove();
        }
        Look first = looks.getFirst();
        long time = at.minus(first.at()).toNanos();
        return time > 0 ? (double) cpu.minus(first.cpu()).toNanos() / time : 0;
    }
}
