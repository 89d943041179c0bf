package dev.sentinel.model;

/// A process that lives although SIGKILL was sent to it, or tried on it.
///
/// @param command its name as the process gave it: foreign text, to be made harmless when shown
public record Survivor(long pid, String command) {}
