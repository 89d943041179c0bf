package dev.sentinel.model;

/// How a target's command ended, and when that was noticed.
public record CommandExit(ExitStatus status, Moment at) {}
