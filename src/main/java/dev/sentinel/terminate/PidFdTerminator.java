package dev.sentinel.terminate;

import dev.sentinel.linux.PidFd;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Sends signals through pidfds, so that a number given to another process is never hit.
public final class PidFdTerminator implements Terminator {

    /// Tells whether a number still means the process that it did.
    public interface Identity {

        /// Asked after a pidfd was opened by that number: if the answer is yes it is the process's.
        ///
        /// @throws IOException when that cannot be told
        boolean isStill(ProcessId process) throws IOException;
    }

    private final Identity identity;
    private final Consumer<String> complaints;

    /// Opens nothing yet.
    ///
    /// @param complaints told in a sentence about a process that could not be signalled
    public PidFdTerminator(Identity identity, Consumer<String> complaints) {
        this.identity = identity;
        this.complaints = complaints;
    }

    /// Linking the calls takes 70 ms the first time, and 8 MiB for good.
    @Override
    public void getReady() {
        try (PidFd self = PidFd.open(ProcessHandle.current().pid()).orElse(null)) {
            // Zero is no signal: it only asks whether one could be sent (kill(2)).
            var _ = self != null && self.send(0);
        } catch (IOException refused) {
            // What it is about is said when a signal is to be sent.
        }
    }

    @Override
    public Set<ProcessId> send(Signal signal, Collection<ProcessId> processes) {
        Set<ProcessId> reached = new HashSet<>();
        for (ProcessId process : processes) {
            if (send(signal, process)) {
                reached.add(process);
            }
        }
        return reached;
    }

    private boolean send(Signal signal, ProcessId process) {
        try (PidFd pidFd = PidFd.open(process.pid()).orElse(null)) {
            return pidFd != null && identity.isStill(process) && pidFd.send(signal.number());
        } catch (IOException failed) {
            complaints.accept(
                    "could not send %s to process %d: %s"
                            .formatted(signal, process.pid(), failed.getMessage()));
            return false;
        }
    }
}
