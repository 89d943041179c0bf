package dev.sentinel.view.terminal;

import dev.sentinel.model.Command;
import dev.sentinel.model.Requester;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.TargetStatus;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a key asks for before anything ends.
///
/// @param command what a yes sends
record Question(String text, Command command) {

    private static final Command STOP_ALL =
            new Command.Stop("", new StopCause.Requested(Requester.at("dashboard")));

    /// The question that a key raises; empty when it is no such key, or nothing runs.
    static Optional<Question> of(char key, List<TargetStatus> targets) {
        String running =
                targets.stream()
                        .filter(target -> !target.gone())
                        .map(TargetStatus::name)
                        .collect(Collectors.joining(", "));
        if (running.isEmpty()) {
            return Optional.empty();
        }
        return switch (key) {
            case 's' -> Optional.of(new Question("stop %s?".formatted(running), STOP_ALL));
            case 'q' ->
                    Optional.of(
                            new Question(
                                    "%s still runs; stop it and quit?".formatted(running),
                                    STOP_ALL));
            default -> Optional.empty();
        };
    }
}
