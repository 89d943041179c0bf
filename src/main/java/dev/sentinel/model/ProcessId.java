package dev.sentinel.model;

/// Who a process is. A pid alone can be given to another process after an exit; together with the
/// start time it cannot.
///
/// @param pid the number, unique only among the living
/// @param startTicks field 22 of /proc/PID/stat: clock ticks from boot to the start of the process
public record ProcessId(long pid, long startTicks) {}
