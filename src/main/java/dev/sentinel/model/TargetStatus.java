package dev.sentinel.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything known about one target since the last tick that changed it.
///
/// @param members who belonged to its tree at the last search, in a set that nobody changes (a copy
///   would be made at every tick of a large tree); nobody before its start and after its end
/// @param interval from the last look at its memory to the next
/// @param start when it was started; empty before
/// @param heldBy what holds its processes together, in a few words of which the first is its kind:
///   `cgroup DIRECTORY` for one of its own
/// @param log all of that output, where it is kept: not a value, but the place to read it
public record TargetStatus(
        Target target,
        ChildState state,
        MemoryStatus memory,
        Set<ProcessId> members,
        Duration interval,
        Tally tally,
        Optional<Moment> start,
        Optional<CommandExit> lastExit,
        Optional<String> heldBy,
        Optional<LogReader> log) {

    private static final String CGROUP = "cgroup ";

    /// The last lines of its output as they are now, oldest first, as the command wrote them; none
    /// where it is not kept. Looked for by whoever asks, so that nobody pays for what is not shown.
    public List<String> output() {
        return log.map(LogReader::lastLines).orElse(List.of());
    }

    public String name() {
        return target.name();
    }

    /// The directory of its own cgroup, where it has one.
    public Optional<String> cgroup() {
        return heldBy.filter(what -> what.startsWith(CGROUP))
                .map(what -> what.substring(CGROUP.length()));
    }

    /// How long it has been running; zero when nothing runs.
    public Duration uptime(Moment now) {
        return alive() && start.isPresent()
                ? now.sinceStart().minus(start.get().sinceStart())
                : Duration.ZERO;
    }

    /// What is used now, as the limit measures it; zero when nothing runs.
    public ByteSize used() {
        return memory.reading().map(MemoryReading::used).orElse(ByteSize.ZERO);
    }

    /// Resident set size of the tree; zero when nothing runs.
    public ByteSize resident() {
        return memory.reading().map(MemoryReading::resident).orElse(ByteSize.ZERO);
    }

    public int processes() {
        return memory.reading().map(MemoryReading::processes).orElse(0);
    }

    /// Whether a process of the command is there.
    public boolean alive() {
        return state.running().isPresent();
    }

    /// Whether its start is still to come or on its way.
    public boolean starting() {
        return state instanceof ChildState.Down || state instanceof ChildState.Starting;
    }

    public boolean gone() {
        return state instanceof ChildState.Gone;
    }

    /// How many of its processes live although SIGKILL should have ended them; zero while there is
    /// hope.
    public int killSurvivors() {
        return state instanceof ChildState.Unkillable unkillable ? unkillable.survivors() : 0;
    }

    /// Usage divided by the limit; zero without a limit.
    public double shareOfLimit() {
        Limit limit = target.limit();
        return limit.isNone() ? 0 : (double) used().bytes() / limit.memory().bytes();
    }
}
