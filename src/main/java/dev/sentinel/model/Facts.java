package dev.sentinel.model;

import java.util.Map;

/// What has been found out about processes because somebody wants to know; older than the rest, and
/// nothing while nobody does.
///
/// @param processes what single ones cost, of those that have been looked at
/// @param trees what those of each target cost together, by its name
public record Facts(Map<ProcessId, ProcessFacts> processes, Map<String, TreeFacts> trees) {

    /// Nobody has looked yet.
    public static final Facts NONE = new Facts(Map.of(), Map.of());

    public Facts {
        processes = Map.copyOf(processes);
        trees = Map.copyOf(trees);
    }
}
