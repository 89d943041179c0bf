package dev.sentinel.view.socket;

import dev.sentinel.model.Build;
import dev.sentinel.model.Command;
import dev.sentinel.model.Event;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Snapshot;
import dev.sentinel.scene.Scene;
import dev.sentinel.scene.SceneJson;
import dev.sentinel.view.EventJson;
import dev.sentinel.view.EventText;
import dev.sentinel.view.Printable;
import dev.sentinel.view.SnapshotJson;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A request line and its reply.
public final class CommandText {

    private static final int SHOWN = 40;
    private static final String RECENT = "recent";
    private static final String AFTER = "after=";

    /// What answers are made of.
    ///
    /// @param scenes the latest, for a screen that shows single processes as well
    /// @param commands takes a wish, or says that it cannot
    /// @param metrics what the exporter answers
    /// @param counts told of every request
    public record Sources(
            Supplier<Snapshot> latest,
            Supplier<Snapshot> scenes,
            Supplier<Outlets> outlets,
            Predicate<Command> commands,
            Supplier<String> metrics,
            CommandCounts counts,
            Build build) {}

    private final Sources sources;
    private final Wishes wishes;
    private final LogText logs;

    public CommandText(Sources sources) {
        this.sources = sources;
        this.wishes = new Wishes(sources.latest(), sources.commands());
        this.logs = new LogText(sources.latest());
    }

    Reply answer(String line, Requester by) {
        Request request = Request.of(line);
        Optional<Verb> asked = Verb.named(request.verb());
        sources.counts().add(asked);
        return asked.map(verb -> answer(verb, request, by))
                .orElseGet(() -> request.reply(unknown(request.verb())));
    }

    private Reply answer(Verb verb, Request request, Requester by) {
        return switch (verb) {
            case STATUS -> alone(request, this::status);
            case STOP -> wishes.stop(request, by);
            case RESTART -> wishes.restart(request, by);
            case SIGNAL -> wishes.signal(request, by);
            case LIMIT -> wishes.limit(request, by);
            case LOGS -> logs.answer(request);
            case EVENTS -> events(request);
            case TOP -> top(request);
            case METRICS -> alone(request, this::metrics);
            case VERSION -> alone(request, _ -> request.reply(Answer.of(version())));
            case HELP -> alone(request, _ -> request.reply(Answer.of(Verb.list())));
        };
    }

    /// The reply of a verb that takes no words after it.
    private static Reply alone(Request request, Function<Request, Reply> reply) {
        return request.words().isEmpty()
                ? reply.apply(request)
                : request.reply(
                        Answer.refused(
                                "usage", "%s takes no words after it".formatted(request.verb())));
    }

    private static Answer unknown(String verb) {
        if (verb.isEmpty()) {
            return Answer.refused("empty", "a request is one line; 'help' lists what can be asked");
        }
        if (verb.equals("json")) {
            return Answer.refused(
                    "usage", "json has one of the other verbs behind it; 'help' lists them");
        }
        String shown = Printable.text(verb.substring(0, Math.min(verb.length(), SHOWN)));
        return Answer.refused(
                "unknown-verb",
                "there is no '%s'; 'help' lists what can be asked".formatted(shown));
    }

    private Reply status(Request request) {
        Snapshot latest = sources.latest().get();
        return request.json()
                ? new Reply.Now(
                        SnapshotJson.status(latest, sources.outlets().get(), sources.build())
                                + "\n")
                : request.reply(Answer.of(StatusText.of(latest)));
    }

    private Reply top(Request request) {
        String name = request.words().isEmpty() ? "" : request.words().getFirst();
        if (!request.json() || request.words().size() > 1) {
            return request.reply(
                    Answer.refused("usage", "only as JSON is that told: json " + Verb.TOP.usage()));
        }
        Snapshot latest = sources.scenes().get();
        if (!name.isEmpty() && latest.target(name).isEmpty()) {
            return request.reply(Targets.unknown(name, latest));
        }
        Scene scene = Scene.of(latest, sources.outlets().get(), sources.build(), name);
        return new Reply.Now(SceneJson.of(scene, name) + "\n");
    }

    /// Of a thousand targets they take a while, for which other clients do not wait.
    private Reply metrics(Request request) {
        var text =
                CompletableFuture.supplyAsync(
                        sources.metrics(), work -> Thread.ofVirtual().name("metrics").start(work));
        return request.replyOnce(_ ->
                text.isDone() ? Optional.of(List.of(Answer.of(text.join()))) : Optional.empty());
    }

    private String version() {
        return "sentinel %s (%s)".formatted(sources.build().version(), sources.build().revision());
    }

    private Reply events(Request request) {
        List<String> words = request.words();
        Optional<Long> after = after(words);
        boolean recent = words.contains(RECENT);
        if (words.size() != (after.isPresent() ? 1 : 0) + (recent ? 1 : 0)) {
            return request.reply(Answer.refused("usage", "it is: " + Verb.EVENTS.usage()));
        }
        Function<Event, String> line = request.json() ? EventJson::of : EventText::of;
        if (!recent) {
            return new Reply.Open(new EventFeed(after.orElse(0L), line));
        }
        return new Reply.Now(
                sources.latest().get().events().after(after.orElse(0L)).stream()
                        .map(event -> line.apply(event) + "\n")
                        .collect(Collectors.joining()));
    }

    private static Optional<Long> after(List<String> words) {
        return words.stream()
                .filter(word -> word.matches(AFTER + "\\d{1,18}"))
                .findFirst()
                .map(word -> Long.valueOf(word.substring(AFTER.length())));
    }
}
