package dev.sentinel.view.socket;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.ChildState;
import dev.sentinel.model.Command;
import dev.sentinel.model.Ending;
import dev.sentinel.model.Event;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.view.Printable;
import dev.sentinel.view.Sentences;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What changes something: a request becomes a command, and the reply comes once a snapshot tells
/// that it has been carried out or cannot be.
final class Wishes {

    private final Supplier<Snapshot> latest;
    private final Predicate<Command> commands;

    Wishes(Supplier<Snapshot> latest, Predicate<Command> commands) {
        this.latest = latest;
        this.commands = commands;
    }

    Reply stop(Request request, Requester by) {
        return oneOrAll(
                request,
                name ->
                        hand(
                                request,
                                new Command.Stop(name, new StopCause.Requested(by)),
                                outcomes(name, target -> ended(target))));
    }

    Reply restart(Request request, Requester by) {
        return oneOrAll(
                request,
                name -> {
                    Snapshot before = latest.get();
                    Map<String, Long> starts =
                            before.targets().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    TargetStatus::name,
                                                    one -> one.tally().starts()));
                    var outcomes =
                            outcomes(
                                    name,
                                    target ->
                                            restarted(
                                                    target,
                                                    starts.getOrDefault(target.name(), 0L)));
                    return hand(
                            request,
                            new Command.Restart(name, by),
                            // Until then somebody who is gone has not been asked.
                            snapshot ->
                                    asked(snapshot, before)
                                            ? outcomes.apply(snapshot)
                                            : Optional.empty());
                });
    }

    Reply signal(Request request, Requester by) {
        return two(
                request,
                Verb.SIGNAL,
                (target, word) -> {
                    Signal signal = Signal.parse(word);
                    if (!target.alive()) {
                        return request.reply(notRunning(target));
                    }
                    if (signal.equals(Signal.KILL)) {
                        return hand(
                                request,
                                new Command.Kill(target.name(), new StopCause.Requested(by)),
                                outcomes(target.name(), Wishes::ended));
                    }
                    return hand(
                            request,
                            new Command.Send(target.name(), signal, by),
                            happened(
                                    target.name(),
                                    what ->
                                            what instanceof Event.Signalled sent
                                                    && sent.signal().equals(signal)));
                });
    }

    Reply limit(Request request, Requester by) {
        return two(
                request,
                Verb.LIMIT,
                (target, word) -> {
                    ByteSize size = ByteSize.parse(word, latest.get().machine().memory());
                    return hand(
                            request,
                            new Command.SetLimit(target.name(), size, by),
                            happened(target.name(), Event.LimitChanged.class::isInstance));
                });
    }

    /// A verb with one name behind it, or none.
    private Reply oneOrAll(Request request, Function<String, Reply> wish) {
        if (request.words().size() > 1) {
            return request.reply(
                    Answer.refused("usage", request.verb() + " takes one name, or none for all"));
        }
        String name = request.words().isEmpty() ? "" : request.words().getFirst();
        return !name.isEmpty() && latest.get().target(name).isEmpty()
                ? request.reply(Targets.unknown(name, latest.get()))
                : wish.apply(name);
    }

    private interface Wish {
        /// @throws IllegalArgumentException when the word cannot be understood, with a sentence
        Reply of(TargetStatus target, String word);
    }

    /// A verb with a name and one more word behind it.
    private Reply two(Request request, Verb verb, Wish wish) {
        if (request.words().size() != 2) {
            return request.reply(Answer.refused("usage", "it is: " + verb.usage()));
        }
        String name = request.words().getFirst();
        Optional<TargetStatus> target = latest.get().target(name);
        if (target.isEmpty()) {
            return request.reply(Targets.unknown(name, latest.get()));
        }
        try {
            return wish.of(target.get(), request.words().getLast());
        } catch (IllegalArgumentException wrong) {
            return request.reply(
                    Answer.refused(
                            "bad-value", Printable.text(String.valueOf(wrong.getMessage()))));
        }
    }

    private Reply hand(
            Request request, Command command, Function<Snapshot, Optional<List<Answer>>> answers) {
        return commands.test(command)
                ? request.replyOnce(answers)
                : request.reply(Answer.refused("busy", "too many commands are waiting; try again"));
    }

    /// An answer for each target that is concerned, once there is one for every.
    private static Function<Snapshot, Optional<List<Answer>>> outcomes(
            String name, Function<TargetStatus, Optional<Answer>> outcome) {
        return snapshot -> {
            List<TargetStatus> concerned =
                    snapshot.targets().stream()
                            .filter(target -> name.isEmpty() || target.name().equals(name))
                            .toList();
            List<Answer> answers =
                    concerned.stream().flatMap(target -> outcome.apply(target).stream()).toList();
            return answers.size() < concerned.size() ? Optional.empty() : Optional.of(answers);
        };
    }

    private static boolean asked(Snapshot snapshot, Snapshot before) {
        return snapshot.events().after(before.events().lastNumber()).stream()
                .anyMatch(event ->
                        event.what() instanceof Event.Client(_, var wish)
                                && wish.equals("restart"));
    }

    /// The sentence of the first such event after now.
    private Function<Snapshot, Optional<List<Answer>>> happened(
            String name, Predicate<Event.Happening> expected) {
        long last = latest.get().events().lastNumber();
        return snapshot ->
                snapshot.events().after(last).stream()
                        .filter(event -> event.target().equals(name) && expected.test(event.what()))
                        .findFirst()
                        .map(event -> List.of(answer(event)));
    }

    private static Answer answer(Event event) {
        String text = Sentences.of(event.what());
        return event.what() instanceof Event.Signalled(_, var reached) && !reached
                ? Answer.refused("not-running", event.target(), text)
                : Answer.done(event.target(), text);
    }

    private static Optional<Answer> ended(TargetStatus target) {
        return over(target, reason -> Answer.done(target.name(), reason));
    }

    /// The same for a new start after so many.
    private static Optional<Answer> restarted(TargetStatus target, long starts) {
        if (target.tally().starts() > starts) {
            String pid = target.state().running().map(one -> ", pid " + one.pid()).orElse("");
            return Optional.of(Answer.done(target.name(), "started again" + pid));
        }
        return over(target, reason -> Answer.refused("stopped", target.name(), reason));
    }

    /// Empty while the end is still to come. Whoever asked does not wait for what may never come.
    ///
    /// @param gone what is answered of a target that has ended, given how
    private static Optional<Answer> over(TargetStatus target, Function<String, Answer> gone) {
        return switch (target.state()) {
            case ChildState.Gone(var ending) -> Optional.of(gone.apply(text(ending)));
            case ChildState.Unkillable unkillable -> Optional.of(unkillable(target, unkillable));
            case ChildState.Down _,
                    ChildState.Starting _,
                    ChildState.Up _,
                    ChildState.Stopping _,
                    ChildState.Killing _ ->
                    Optional.empty();
        };
    }

    private static Answer unkillable(TargetStatus target, ChildState.Unkillable state) {
        return Answer.refused(
                "unkillable",
                target.name(),
                Sentences.surviving(state.survivors()) + "; watching on");
    }

    private static Answer notRunning(TargetStatus target) {
        return Answer.refused("not-running", target.name(), "it is " + target.state().word());
    }

    private static String text(Ending ending) {
        return Printable.text(Sentences.of(ending));
    }
}
