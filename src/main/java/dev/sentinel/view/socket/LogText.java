package dev.sentinel.view.socket;

import dev.sentinel.model.LogReader;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.TimeText;
import dev.sentinel.view.Printable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// `logs NAME [LINES] [since=D] [follow] [colours]`.
final class LogText {

    private static final int USUAL_LINES = 100;
    private static final String SINCE = "since=";
    private static final String FOLLOW = "follow";
    private static final String COLOURS = "colours";

    private final Supplier<Snapshot> latest;

    LogText(Supplier<Snapshot> latest) {
        this.latest = latest;
    }

    /// What is wanted of an output.
    private record Wanted(int lines, Optional<Instant> since, boolean follow, boolean colours) {

        /// Where it begins.
        long start(LogReader log) {
            long last = log.last(lines);
            return since.map(at -> Math.max(last, log.since(at))).orElse(last);
        }
    }

    Reply answer(Request request) {
        if (request.words().isEmpty()) {
            return request.reply(usage());
        }
        String name = request.words().getFirst();
        Snapshot now = latest.get();
        Optional<TargetStatus> target = now.target(name);
        if (target.isEmpty()) {
            return request.reply(Targets.unknown(name, now));
        }
        Optional<LogReader> log = target.get().log();
        if (log.isEmpty()) {
            return request.reply(
                    Answer.refused(
                            "no-output",
                            name,
                            "its output goes where Sentinel's own goes, and is not kept"));
        }
        try {
            Wanted wanted = wanted(request.words().subList(1, request.words().size()), now);
            return answer(request, name, log.get(), wanted);
        } catch (IllegalArgumentException wrong) {
            return request.reply(
                    Answer.refused(
                            "bad-value", Printable.text(String.valueOf(wrong.getMessage()))));
        }
    }

    private static Reply answer(Request request, String name, LogReader log, Wanted wanted) {
        LogLines lines = new LogLines(wanted.colours());
        if (!wanted.follow()) {
            return request.reply(Answer.of(lines.text(all(log, wanted.start(log)))));
        }
        return request.json()
                ? request.reply(Answer.refused("usage", "only as text can an output be followed"))
                : new Reply.Open(new LogFeed(name, log, wanted.start(log), lines));
    }

    private static Wanted wanted(List<String> words, Snapshot now) {
        int lines = USUAL_LINES;
        Optional<Instant> since = Optional.empty();
        boolean follow = false;
        boolean colours = false;
        for (String word : words) {
            if (word.equals(FOLLOW)) {
                follow = true;
            } else if (word.equals(COLOURS)) {
                colours = true;
            } else if (word.startsWith(SINCE)) {
                var ago = TimeText.parse(word.substring(SINCE.length()));
                since = Optional.of(now.at().wall().minus(ago));
            } else if (word.matches("\\d{1,6}")) {
                lines = Integer.parseInt(word);
            } else {
                throw new IllegalArgumentException(
                        "'%s' is neither a number of lines nor since=D nor follow nor colours"
                                .formatted(word));
            }
        }
        // All of a time, unless somebody says how many lines of it.
        boolean counted = words.stream().anyMatch(word -> word.matches("\\d+"));
        int most = since.isPresent() && !counted ? Integer.MAX_VALUE : lines;
        return new Wanted(most, since, follow, colours);
    }

    private static List<String> all(LogReader log, long start) {
        List<String> lines = new ArrayList<>();
        LogReader.Piece piece = log.from(start, false);
        for (; !piece.lines().isEmpty(); piece = log.from(piece.next(), false)) {
            lines.addAll(piece.lines());
        }
        lines.addAll(log.from(piece.next(), true).lines());
        return lines;
    }

    private static Answer usage() {
        return Answer.refused("usage", "it is: " + Verb.LOGS.usage());
    }
}
