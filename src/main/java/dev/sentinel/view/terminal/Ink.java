package dev.sentinel.view.terminal;

import dev.sentinel.view.Style;

/// How a piece of text is to look.
sealed interface Ink permits Tone, Ink.Own {

    /// As whoever wrote it wants it.
    record Own(Style style) implements Ink {}
}
