package dev.sentinel.model;

/// Pressure stall information of memory: the share of the last ten seconds, in percent, in which
/// work waited for it (Documentation/accounting/psi.rst of the kernel).
///
/// @param some at least one task waited
/// @param full all tasks waited that had anything to do
public record Pressure(double some, double full) {}
