package dev.sentinel.cli;

import dev.sentinel.model.Build;
import dev.sentinel.model.Command;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.Snapshot;
import dev.sentinel.scene.Scene;
import dev.sentinel.view.terminal.Shown;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// This very Sentinel, as its own dashboard shows it.
record OwnGuard(
        Supplier<Snapshot> latest,
        Supplier<Outlets> outlets,
        Predicate<Command> commands,
        Build build)
        implements Shown {

    @Override
    public Scene scene(String selected) {
        return Scene.of(latest.get(), outlets.get(), build, selected);
    }

    /// What comes of it is seen among the events.
    @Override
    public void wish(Command command, Consumer<String> answer) {
        if (!commands.test(command)) {
            answer.accept("too many wishes are waiting; try again");
        }
    }
}
