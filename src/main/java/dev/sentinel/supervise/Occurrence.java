package dev.sentinel.supervise;

import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.StartFailure;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.Survivor;

import java.util.List;

/// What can happen in the life of a target.
sealed interface Occurrence {

    /// It is to begin.
    record Begin() implements Occurrence {}

    /// The command runs.
    record Started(ProcessId process) implements Occurrence {}

    /// The command could not be started.
    record StartFailed(StartFailure failure) implements Occurrence {}

    /// The command ended.
    ///
    /// @param alone whether nothing else of its tree lives
    record Exited(ExitStatus exit, boolean alone) implements Occurrence {}

    /// The command had ended before, and now the last process of its tree has too.
    record TreeEmpty() implements Occurrence {}

    /// The tree is to be ended politely: a breach or a wish.
    record StopAsked(StopCause cause) implements Occurrence {}

    /// The tree is to be ended at once.
    record KillAsked(StopCause cause) implements Occurrence {}

    /// The tree is to be ended politely, and the command to be started again after that.
    record RestartAsked(StopCause.Restart cause) implements Occurrence {}

    /// Time went by.
    ///
    /// @param survivors who lives on although SIGKILL was tried long ago; not looked for before the
    ///   state has a use for it
    record Tick(List<Survivor> survivors) implements Occurrence {
        public Tick {
            survivors = List.copyOf(survivors);
        }
    }
}
