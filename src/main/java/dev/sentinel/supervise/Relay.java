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

    private final Tree tree;
    private final Terminator terminator;
    private final Predicate<ProcessId> ourGroup;
    private final Set<Received> early = new LinkedHashSet<>();
    private Set<ProcessId> command = Set.of();

    /// @param ourGroup whether a process is in Sentinel's process group
    Relay(Tree tree, Terminator terminator, Predicate<ProcessId> ourGroup) {
        this.tree = tree;
        this.terminator = terminator;
        this.ourGroup = ourGroup;
    }

    /// The command runs, and gets what came before it did.
    void begin(ProcessId started) {
        command = Set.of(started);
        early.forEach(this::forward);
        early.clear();
    }

    /// To the command alone, which knows whom of its children it concerns.
    void forward(Received received) {
        if (command.isEmpty()) {
            early.add(received);
        } else {
            var _ = terminator.send(received.signal(), unaware(received, command));
        }
    }

    /// To everybody in the tree whom the terminal has not told, and SIGCONT to all: a stopped
    /// process sees no other.
    ///
    /// @return how many processes it reached
    int askOtherGroups(Signal signal) {
        Set<ProcessId> members = tree.renewed();
        Set<ProcessId> unaware = unaware(new Received(signal, true), members);
        int reached = terminator.send(signal, unaware).size();
        var _ = terminator.send(Signal.CONT, members);
        return reached;
    }

    private Set<ProcessId> unaware(Received received, Set<ProcessId> processes) {
        Set<ProcessId> unaware = new HashSet<>(processes);
        if (received.byTerminal()) {
            unaware.removeIf(ourGroup);
        }
        return unaware;
    }
}
