package dev.sentinel.terminate;

import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;

import java.util.Collection;

/// Sends signals; decides nothing.
public interface Terminator {

    /// Sends the signal to each of these processes that still lives.
    ///
    /// @return how many it reached
    int send(Signal signal, Collection<ProcessId> processes);
}
