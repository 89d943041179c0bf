package dev.sentinel.model;

/// What one process of a tree costs, as it was seen last.
///
/// @param parent pid of its parent
/// @param name the command name as the kernel keeps it, at most 15 bytes; foreign text
/// @param resident resident set size
/// @param load processors it has used since the look before, 1 for one of them all the time
/// @param openFiles zero where another user's cannot be counted
public record ProcessFacts(
        ProcessId id,
        long parent,
        String name,
        ByteSize resident,
        double load,
        int threads,
        int openFiles) {}
