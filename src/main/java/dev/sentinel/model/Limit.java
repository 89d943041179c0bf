package dev.sentinel.model;

import java.time.Duration;

/// How much memory a target may use.
///
/// @param memory the limit; zero means none
/// @param soft from where on to warn; zero means nowhere
/// @param sustain how long the target must stay over the limit before that is a breach
/// @param measure what is compared with both
public record Limit(ByteSize memory, ByteSize soft, Duration sustain, Measure measure) {

    /// The usual measure, and no warning.
    public Limit(ByteSize memory, Duration sustain) {
        this(memory, ByteSize.ZERO, sustain, Measure.USUAL);
    }

    /// The same but for how much it is.
    public Limit of(ByteSize other) {
        return new Limit(other, soft, sustain, measure);
    }

    public boolean isNone() {
        return memory.bytes() == 0;
    }

    /// Whether nothing is warned of.
    public boolean neverWarns() {
        return soft.bytes() == 0;
    }
}
