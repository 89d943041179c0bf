package dev.sentinel.terminate;

import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;

import java.util.Collection;
import java.util.Set;

/// Sends signals; decides nothing.
public interface Terminator {

    /// Sends the signal to each of these processes that still lives.
    ///
    /// @return those that it reached
    Set<ProcessId> send(Signal signal, Collection<ProcessId> processes);
}
