package dev.sentinel.terminate;

import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;

import java.util.Collection;
import java.util.Set;

/// Sends signals; decides nothing.
public interface Terminator {

    /// Does beforehand what makes the first signal slow. Takes a while and some memory; called by
    /// any thread.
    void getReady();

    /// Sends the signal to each of these processes that still lives.
    ///
    /// @return those that it reached
    Set<ProcessId> send(Signal signal, Collection<ProcessId> processes);
}
