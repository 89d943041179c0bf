package dev.sentinel.model;

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

    /// Whether this wish is for the target of that name.
    default boolean concerns(String name) {
        return target().isEmpty() || target().equals(name);
    }
}
