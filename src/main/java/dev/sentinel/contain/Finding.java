package dev.sentinel.contain;

/// What a machine offers, or does not.
///
/// @param subject what was looked for
/// @param works whether it can be had
/// @param text a sentence: what it is good for, or what to do about it
public record Finding(String subject, boolean works, String text) {}
