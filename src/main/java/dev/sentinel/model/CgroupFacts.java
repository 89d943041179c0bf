package dev.sentinel.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What the kernel tells of the memory of a target's own cgroup (cgroup-v2.rst).
///
/// @param sizes those that there are; none where memory is not accounted for
/// @param incidents since the cgroup was made, all of them or none
/// @param stalls empty where the kernel does not tell
public record CgroupFacts(
        Map<Size, ByteSize> sizes, Map<Incident, Long> incidents, Optional<Stalls> stalls) {

    /// Sizes in bytes: what is charged now; from where on it is slowed down; what is allowed; the
    /// most there was; what is in swap; anonymous memory; files.
    public enum Size {
        CURRENT,
        HIGH,
        MAX,
        PEAK,
        SWAP,
        ANON,
        FILE
    }

    /// What memory.events counts.
    public enum Incident {
        LOW,
        HIGH,
        MAX,
        OOM,
        OOM_KILL,
        OOM_GROUP_KILL
    }

    /// Time in which work waited for memory.
    ///
    /// @param waiting at least one task did
    /// @param stalled everybody did who had something to do
    public record Stalls(Duration waiting, Duration stalled) {}

    /// There is none, or it has not been looked at.
    public static final CgroupFacts NONE = new CgroupFacts(Map.of(), Map.of(), Optional.empty());

    public CgroupFacts {
        sizes = Map.copyOf(sizes);
        incidents = Map.copyOf(incidents);
    }
}
