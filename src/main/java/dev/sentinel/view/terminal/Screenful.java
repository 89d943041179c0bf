package dev.sentinel.view.terminal;

import dev.sentinel.scene.Scene;

import java.util.Optional;

/// What one drawing of the screen is made from.
///
/// @param notice something to be told beside it; empty for nothing
/// @param paused whether the scene is one that was held
/// @param mouse whether the mouse is ours
record Screenful(
        Scene scene,
        TableLook table,
        PaneLook pane,
        Optional<Dialog> dialog,
        String notice,
        boolean paused,
        boolean mouse) {}
