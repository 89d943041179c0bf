package dev.sentinel.cli;

import dev.sentinel.model.Command;

import java.util.Optional;

/// A wish in the words of the control socket.
final class Request {

    private Request() {}

    /// The line that asks for it; empty when no line does.
    static Optional<String> of(Command wish) {
        return switch (wish) {
            case Command.Stop(var target, _) -> Optional.of(("stop " + target).strip());
            case Command.Restart(var target, _) -> Optional.of(("restart " + target).strip());
            case Command.Kill(var target, _) -> named(target, "signal %s KILL");
            case Command.Send(var target, var signal, _) ->
                    named(target, "signal %s " + signal.number());
            // In bytes it is the same limit again.
            case Command.SetLimit(var target, var memory, _) ->
                    named(target, "limit %s " + memory.bytes() + "B");
            case Command.Forward _ -> Optional.empty();
        };
    }

    private static Optional<String> named(String target, String line) {
        return target.isEmpty() ? Optional.empty() : Optional.of(line.formatted(target));
    }
}
