package dev.sentinel.model;

/// What the loop is to carry out for one target.
public sealed interface Act {

    /// Start the command.
    record Start() implements Act {}

    /// Send the polite signal to the whole tree.
    record Ask(Signal signal) implements Act {}

    /// The same, but only to those outside of Sentinel's process group: the others have got it.
    record AskOtherGroups(Signal signal) implements Act {}

    /// Send SIGKILL to everything of the tree that has not had it yet.
    record Kill() implements Act {}
}
