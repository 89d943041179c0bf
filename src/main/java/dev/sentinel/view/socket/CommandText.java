package dev.sentinel.view.socket;

import dev.sentinel.model.Build;
import dev.sentinel.model.ChildState;
import dev.sentinel.model.Command;
import dev.sentinel.model.Moment;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.TimeText;
import dev.sentinel.model.Trend;
import dev.sentinel.view.Printable;
import dev.sentinel.view.Sentences;
import dev.sentinel.view.SnapshotJson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A request line and its reply. The verbs are a fixed table; none takes a program to run.
public final class CommandText {

    private static final String HELP =
            """
            status         what is guarded, one line each
            stop [NAME]    end one target, or all: politely, then firmly; answers when it is gone or cannot be
            json status    the same as status, for programs
            version        which Sentinel this is
            help           this list
            """;

    private final Supplier<Snapshot> latest;
    private final Supplier<Outlets> outlets;
    private final Predicate<Command> commands;
    private final Build build;

    /// Answers from the latest snapshot.
    ///
    /// @param commands takes a wish, or says that it cannot
    public CommandText(
            Supplier<Snapshot> latest,
            Supplier<Outlets> outlets,
            Predicate<Command> commands,
            Build build) {
        this.latest = latest;
        this.outlets = outlets;
        this.commands = commands;
        this.build = build;
    }

    Reply answer(String line) {
        List<String> words = Arrays.stream(line.strip().split("\\s+")).toList();
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "status" -> alone(words, status(latest.get()));
            case "stop" -> stop(rest);
            case "json" -> json(rest);
            case "version" ->
                    alone(words, "sentinel %s (%s)".formatted(build.version(), build.revision()));
            case "help" -> alone(words, HELP);
            case "" ->
                    Reply.error("empty", "a request is one line; 'help' lists what can be asked");
            default -> unknown(words.getFirst());
        };
    }

    /// The reply of a verb that takes no words after it.
    private static Reply alone(List<String> words, String text) {
        return words.size() == 1
                ? Reply.ok(text)
                : Reply.error("usage", "%s takes no words after it".formatted(words.getFirst()));
    }

    private static Reply unknown(String verb) {
        String shown = Printable.text(verb.substring(0, Math.min(verb.length(), 40)));
        return Reply.error(
                "unknown-verb",
                "there is no '%s'; 'help' lists what can be asked".formatted(shown));
    }

    private Reply json(List<String> rest) {
        return rest.equals(List.of("status"))
                ? Reply.ok(SnapshotJson.status(latest.get(), outlets.get(), build))
                : Reply.error("usage", "'json status' is what can be asked as JSON");
    }

    private Reply stop(List<String> names) {
        if (names.size() > 1) {
            return Reply.error("usage", "stop takes one name, or none for all");
        }
        String name = names.isEmpty() ? "" : names.getFirst();
        if (!name.isEmpty() && latest.get().target(name).isEmpty()) {
            return Reply.error(
                    "unknown-target",
                    "no target is called '%s'; there are: %s"
                            .formatted(Printable.text(name), names(latest.get())));
        }
        var command = new Command.Stop(name, new StopCause.Requested(Requester.at("socket")));
        return commands.test(command)
                ? new Reply.Later(snapshot -> stopped(snapshot, command))
                : Reply.error("busy", "too many commands are waiting; try again");
    }

    private static Optional<String> stopped(Snapshot snapshot, Command command) {
        List<TargetStatus> concerned =
                snapshot.targets().stream()
                        .filter(target -> command.concerns(target.name()))
                        .toList();
        List<String> outcomes = concerned.stream().flatMap(CommandText::outcome).toList();
        return outcomes.size() < concerned.size()
                ? Optional.empty()
                : Optional.of(String.join("", outcomes));
    }

    /// Empty while it is still to come. Whoever asked does not wait for what may never come.
    private static Stream<String> outcome(TargetStatus target) {
        return switch (target.state()) {
            case ChildState.Gone(var ending) ->
                    Stream.of(
                            "OK %s: %s\n"
                                    .formatted(
                                            target.name(), Printable.text(Sentences.of(ending))));
            case ChildState.Unkillable unkillable ->
                    Stream.of(
                            "ERR unkillable %s: %s; watching on\n"
                                    .formatted(
                                            target.name(),
                                            Sentences.surviving(unkillable.survivors())));
            case ChildState.Down _,
                    ChildState.Starting _,
                    ChildState.Up _,
                    ChildState.Stopping _,
                    ChildState.Killing _ ->
                    Stream.empty();
        };
    }

    private static String names(Snapshot snapshot) {
        return snapshot.targets().stream()
                .map(TargetStatus::name)
                .collect(Collectors.joining(", "));
    }

    /// One line a target: `leaker RUNNING pid 4711 rss 234.5 MiB of 512.0 MiB (46 %) …`.
    static String status(Snapshot snapshot) {
        return snapshot.targets().stream()
                .map(target -> line(target, snapshot.at()))
                .collect(Collectors.joining("\n"));
    }

    private static String line(TargetStatus target, Moment now) {
        StringBuilder line =
                new StringBuilder(target.name()).append(' ').append(target.state().word());
        target.state().running().ifPresent(process -> line.append(" pid ").append(process.pid()));
        line.append(' ')
                .append(target.target().limit().measure().metric().word())
                .append(' ')
                .append(target.used());
        if (!target.target().limit().isNone()) {
            line.append(
                    String.format(
                            Locale.ROOT,
                            " of %s (%.0f %%)",
                            target.target().limit().memory(),
                            target.shareOfLimit() * 100));
        }
        line.append(" peak ")
                .append(target.memory().peak())
                .append(" processes ")
                .append(target.processes())
                .append(" up ")
                .append(TimeText.clock(target.uptime(now)));
        // The kind will do for a line.
        target.heldBy().ifPresent(what -> line.append(" held by ").append(what.split(" ", 2)[0]));
        line.append(" seen by ")
                .append(target.target().detector().word())
                .append(" of ")
                .append(target.memory().source());
        if (target.memory().trend() instanceof Trend.Growing growing) {
            line.append(", ").append(Sentences.of(growing));
        }
        Sentences.of(target.memory().detection())
                .ifPresent(noticed -> line.append(", ").append(noticed));
        return line.toString();
    }
}
