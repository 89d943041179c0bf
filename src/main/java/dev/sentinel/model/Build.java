package dev.sentinel.model;

/// Which Sentinel this is.
///
/// @param revision the commit it was built from, or `unknown`
/// @param java the Java it runs on
public record Build(String version, String revision, String java) {}
