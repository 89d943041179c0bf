package dev.sentinel.view.terminal;

import dev.sentinel.model.Command;
import dev.sentinel.scene.Scene;

import java.util.function.Consumer;

/// The Sentinel that the dashboard shows: this one, or one at the other end of a socket. Asked by
/// one thread; neither waits.
public interface Shown {

    /// The latest that is known.
    ///
    /// @param selected the target whose processes and output are wanted as well
    Scene scene(String selected);

    /// The target that is selected first; empty for any.
    default String first() {
        return "";
    }

    /// What is to be known of the scene, told as long as it is so; empty for nothing.
    default String remark() {
        return "";
    }

    /// Has something done.
    ///
    /// @param answer told what came of it, if that is not seen anyway; by any thread
    void wish(Command command, Consumer<String> answer);
}
