package dev.sentinel.view;

/// What a path of the HTTP server answers.
///
/// @param contentType media type and charset
/// @param body never changed after it is made
@SuppressWarnings("ArrayRecordComponent")
public record Page(String contentType, byte[] body) {}
