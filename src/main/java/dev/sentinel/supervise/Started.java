package dev.sentinel.supervise;

import dev.sentinel.model.StartFailure;

/// What became of a start.
sealed interface Started {

    record Running(Child child) implements Started {}

    record Failed(StartFailure failure) implements Started {}
}
