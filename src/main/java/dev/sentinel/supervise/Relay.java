package dev.sentinel.supervise;

import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Received;
import dev.sentinel.model.Signal;
import dev.sentinel.terminate.Terminator;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/// Signals that Sentinel itself got, on their way to one target. A terminal sends its signals to a
/// whole process group, and nobody is to get one twice.
final class Relay {

    private final Members members;
    private final Terminator terminator;
    private final Predicate<ProcessId> ourGroup;
    private final Set<Received> early = new LinkedHashSet<>();
    private boolean begun;

    /// @param ourGroup whether a process is in Sentinel's process group
    Relay(Members members, Terminator terminator, Predicate<ProcessId> ourGroup) {
        this.members = members;
        this.terminator = terminator;
        this.ourGroup = ourGroup;
    }

    /// The command runs, and gets what came before it did.
    void begin() {
        begun = true;
        early.forEach(this::forward);
        early.clear();
    }

    /// To the command alone, which knows whom of its children it concerns.
    ///
    /// @return whether it got there; it may have to wait for the start
    boolean forward(Received received) {
        if (begun) {
            return !terminator.send(received.signal(), unaware(received, members.root())).isEmpty();
        }
        early.add(received);
        return false;
    }

    /// To everybody in the tree whom the terminal has not told, and SIGCONT to all: a stopped
    /// process sees no other. First to those who are known already, as `Tree` asks.
    ///
    /// @return how many processes it reached
    int askOtherGroups(Signal signal) {
        var received = new Received(signal, true);
        Set<ProcessId> reached =
                new HashSet<>(terminator.send(signal, unaware(received, members.known())));
        Set<ProcessId> newcomers = unaware(received, members.renewed());
        newcomers.removeAll(reached);
        reached.addAll(terminator.send(signal, newcomers));
        var _ = terminator.send(Signal.CONT, members.known());
        return reached.size();
    }

    private Set<ProcessId> unaware(Received received, Set<ProcessId> processes) {
        Set<ProcessId> unaware = new HashSet<>(processes);
        if (received.byTerminal()) {
            unaware.removeIf(ourGroup);
        }
        return unaware;
    }
}
