package dev.sentinel.model;

import org.jspecify.annotations.Nullable;

/// Who a process is. A pid alone can be given to another process after an exit; together with the
/// start time it cannot.
///
/// @param pid the number, unique only among the living
/// @param startTicks field 22 of /proc/PID/stat: clock ticks from boot to the start of the process
public record ProcessId(long pid, long startTicks) {

    /// Written out, as [#hashCode] is: it is asked at every look, and what a record has by itself
    /// is put together at run time when it is first used.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProcessId id && pid == id.pid && startTicks == id.startTicks;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(pid) + Long.hashCode(startTicks);
    }
}
