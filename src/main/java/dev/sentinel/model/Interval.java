package dev.sentinel.model;

import java.time.Duration;

/// How often the memory of a target is looked at.
public sealed interface Interval {

    /// As often as its memory gives reason to.
    record Auto() implements Interval {}

    /// Always after the same time.
    record Fixed(Duration time) implements Interval {}
}
