package dev.sentinel.sample;

import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Spent;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Adds up what the processes of trees use, so that who has ended takes nothing away: the sums
/// never fall. A process counts from its beginning on, whenever it is first seen; what it used
/// between its last look and its end is not known. Used by one thread.
final class Accounts {

    private final Map<ProcessId, Spent> lastSeen = new HashMap<>();
    private final Map<String, Spent> sums = new HashMap<>();

    /// A process of that tree has been looked at.
    void add(String tree, ProcessId process, Spent spent) {
        Spent before = lastSeen.getOrDefault(process, Spent.NOTHING);
        sums.put(tree, of(tree).plus(before, spent));
        lastSeen.put(process, spent);
    }

    /// All that has been seen of a tree.
    Spent of(String tree) {
        return sums.getOrDefault(tree, Spent.NOTHING);
    }

    /// Nobody else belongs to any tree any more. Who belongs to one and has not been looked at this
    /// time must stay, or would count twice at the next look.
    void keepOnly(Set<ProcessId> members) {
        lastSeen.keySet().retainAll(members);
    }
}
