package dev.sentinel.model;

import java.time.Duration;

/// How much memory a target's tree may use.
///
/// @param memory the limit; zero means none
/// @param sustain how long the tree must stay over it before that is a breach
public record Limit(ByteSize memory, Duration sustain) {

    public boolean isNone() {
        return memory.bytes() == 0;
    }
}
