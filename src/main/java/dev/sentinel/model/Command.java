package dev.sentinel.model;

import java.util.Optional;

/// A wish from outside. None carries a program to run.
public sealed interface Command {

    /// Which target it is for; empty means all.
    String target();

    /// End the tree politely.
    record Stop(String target, StopCause cause) implements Command {}

    /// End the tree at once.
    record Kill(String target, StopCause cause) implements Command {}

    /// Hand a signal that Sentinel got to the command itself, which knows what it means.
    record Forward(String target, Received received) implements Command {}

    /// End the tree politely, then start the command again.
    record Restart(String target, Requester by) implements Command {}

    /// Hand that signal to the command itself.
    record Send(String target, Signal signal, Requester by) implements Command {}

    /// Change the limit, from now on.
    record SetLimit(String target, ByteSize memory, Requester by) implements Command {}

    /// Who asks; empty when it is Sentinel itself.
    default Optional<Requester> asker() {
        return switch (this) {
            case Stop(_, StopCause.Requested(var by)) -> Optional.of(by);
            case Kill(_, StopCause.Requested(var by)) -> Optional.of(by);
            case Restart(_, var by) -> Optional.of(by);
            case Send(_, _, var by) -> Optional.of(by);
            case SetLimit(_, _, var by) -> Optional.of(by);
            case Stop _, Kill _, Forward _ -> Optional.empty();
        };
    }

    /// Whether Sentinel itself is to end, and nothing is to be started any more.
    default boolean endsSentinel() {
        return switch (this) {
            case Stop(_, var cause) -> cause instanceof StopCause.Signalled;
            case Kill(_, var cause) -> cause instanceof StopCause.Signalled;
            case Restart _, Forward _, Send _, SetLimit _ -> false;
        };
    }

    /// What for, in a few words.
    default String describe() {
        return switch (this) {
            case Stop _ -> "stop";
            case Kill _ -> "kill";
            case Restart _ -> "restart";
            case Forward(_, var received) -> "signal " + received.signal();
            case Send(_, var signal, _) -> "signal " + signal;
            case SetLimit(_, var memory, _) ->
                    "limit " + (memory.bytes() == 0 ? "none" : memory.toString());
        };
    }

    /// Whether this wish is for the target of that name.
    default boolean concerns(String name) {
        return target().isEmpty() || target().equals(name);
    }
}
