package dev.sentinel.view.terminal;

import dev.sentinel.model.Build;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.Snapshot;

import java.util.Optional;

/// What one drawing of the screen is made from.
///
/// @param question what a key press has raised and the next one answers
record Screenful(Snapshot snapshot, Outlets outlets, Build build, Optional<String> question) {}
