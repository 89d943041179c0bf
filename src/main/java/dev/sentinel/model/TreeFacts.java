package dev.sentinel.model;

/// What the tree of one target costs beside its memory.
///
/// @param spent since Sentinel's start, also by those that have ended and in earlier lives, as far
///   as it was seen; never falls
/// @param threads of those processes that have been looked at
/// @param openFiles likewise; without those of other users, where they cannot be counted
/// @param cgroup its own
public record TreeFacts(Spent spent, int threads, int openFiles, CgroupFacts cgroup) {}
