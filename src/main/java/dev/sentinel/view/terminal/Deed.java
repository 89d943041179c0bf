package dev.sentinel.view.terminal;

import dev.sentinel.model.Command;

/// What a key press has beyond the screen.
sealed interface Deed {

    /// Nothing.
    record None() implements Deed {}

    /// Something is to be done to a target.
    record Wish(Command command) implements Deed {}

    /// The user is done with the screen.
    record Leave() implements Deed {}

    /// Everything is to be stopped, and then the user has seen enough.
    record Quit(Command stop) implements Deed {}

    /// The mouse is wanted, or no longer.
    record Mouse(boolean wanted) implements Deed {}

    /// Everything is to be drawn anew.
    record Redraw() implements Deed {}

    None NONE = new None();
}
