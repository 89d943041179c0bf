package dev.sentinel.view.terminal;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Command;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;
import dev.sentinel.scene.Scene;
import dev.sentinel.scene.Watched;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is asked before anything is done to a target.
final class Questions {

    private static final Requester HERE = Requester.at("dashboard");
    private static final StopCause ASKED = new StopCause.Requested(HERE);

    /// More names than that would push the question off the screen.
    private static final int NAMED = 3;

    private Questions() {}

    static Dialog stop(Watched target) {
        return ask("stop " + target.name(), new Command.Stop(target.name(), ASKED));
    }

    static Dialog restart(Watched target) {
        return ask("restart " + target.name(), new Command.Restart(target.name(), HERE));
    }

    static Dialog kill(Watched target) {
        return ask(
                "kill the whole tree of %s at once".formatted(target.name()),
                new Command.Kill(target.name(), ASKED));
    }

    static Dialog signal(String target, Signal signal) {
        return ask(
                "send %s to %s".formatted(signal, target), new Command.Send(target, signal, HERE));
    }

    /// What is to be stopped before the user leaves; empty when nothing runs.
    static Optional<Dialog> quit(Scene scene) {
        List<String> running =
                scene.targets().stream().filter(one -> !one.gone()).map(Watched::name).toList();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        String stop = running.size() == 1 ? "stop it and quit" : "stop them and quit";
        String text =
                "%s still %s; %s?"
                        .formatted(named(running), running.size() == 1 ? "runs" : "run", stop);
        return Optional.of(new Dialog.Ask(text, new Deed.Quit(new Command.Stop("", ASKED))));
    }

    static Dialog limit(String target, ByteSize size) {
        String limit = size.bytes() == 0 ? "no limit" : "a limit of " + size;
        return ask(
                "set %s for %s".formatted(limit, target), new Command.SetLimit(target, size, HERE));
    }

    private static Dialog ask(String what, Command command) {
        return new Dialog.Ask(what + "?", new Deed.Wish(command));
    }

    private static String named(List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED
                ? first
                : "%s and %d more".formatted(first, names.size() - NAMED);
    }
}
