package dev.sentinel.cli;

import dev.sentinel.view.Printable;
import dev.sentinel.view.StatusReply;
import dev.sentinel.view.socket.CommandClient;
import dev.sentinel.view.socket.NotAnswered;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a client command says to a running Sentinel, and what it tells the user of the answers.
///
/// @param out where answers go
/// @param err where refusals go
record Dialogue(CommandClient sentinel, PrintStream out, PrintStream err) {

    /// How long an answer may take for which nothing has to happen first.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int MOST_LISTED = 20;
    private static final String DONE = "OK ";
    private static final String REFUSED = "ERR ";

    /// All that it tells of itself and its targets.
    StatusReply status() throws NotAnswered {
        String reply = sentinel.ask("json status", PATIENCE);
        try {
            return StatusReply.read(reply);
        } catch (IllegalArgumentException wrong) {
            throw new AskFailed(
                    ExitCode.REFUSED,
                    "what listens at %s does not tell its status as a Sentinel of this version does: %s"
                            .formatted(sentinel.path(), wrong.getMessage()));
        }
    }

    /// The status without all targets but these; no names are all of them.
    StatusReply status(Collection<String> names) throws NotAnswered {
        StatusReply status = status();
        requireKnown(names, status.names());
        return names.isEmpty() ? status : status.only(names);
    }

    /// Makes sure that there is such a target, before anything is done to any.
    void requireKnown(String name) throws NotAnswered {
        requireKnown(List.of(name), status().names());
    }

    private static void requireKnown(Collection<String> wanted, List<String> there) {
        for (String name : wanted) {
            if (!there.contains(name)) {
                String hint =
                        Likeness.closest(name, there)
                                .map("; did you mean '%s'?"::formatted)
                                .orElse(";");
                throw new AskFailed(
                        ExitCode.UNKNOWN_NAME,
                        "no target is called '%s'%s there %s"
                                .formatted(
                                        name,
                                        hint,
                                        there.isEmpty() ? "is none" : "are: " + listed(there)));
            }
        }
    }

    /// Names for a sentence; of very many only the first.
    static String listed(List<String> names) {
        return names.size() <= MOST_LISTED
                ? String.join(", ", names)
                : "%s and %d more"
                        .formatted(
                                String.join(", ", names.subList(0, MOST_LISTED)),
                                names.size() - MOST_LISTED);
    }

    /// Has something done and tells what came of it.
    ///
    /// @param patience how long that may take
    /// @return the exit code
    int act(String request, Duration patience) throws NotAnswered {
        return tell(sentinel.ask(request, patience));
    }

    /// Prints a reply, a line `OK text` or `ERR word text` for each target that it is about.
    ///
    /// @return the exit code
    int tell(String reply) {
        int code = ExitCode.OK;
        for (String line : reply.lines().toList()) {
            Optional<AskFailed> refusal = refusal(line);
            if (refusal.isPresent()) {
                code = complain(refusal.get());
            } else {
                out.println(Printable.text(done(line)));
            }
        }
        return code;
    }

    /// What a reply says, in a sentence.
    String sentence(String reply) {
        return reply.lines()
                .map(line -> refusal(line).map(AskFailed::sentence).orElseGet(() -> done(line)))
                .collect(Collectors.joining("; "));
    }

    private static String done(String line) {
        return line.startsWith(DONE) ? line.substring(DONE.length()) : line;
    }

    int complain(AskFailed failed) {
        return complain(failed.code(), failed.sentence());
    }

    /// Tells what went wrong.
    ///
    /// @return the exit code
    int complain(int code, String sentence) {
        err.println("sentinel: " + Printable.text(sentence));
        return code;
    }

    /// What a line refuses; empty when it does not.
    Optional<AskFailed> refusal(String line) {
        if (!line.startsWith(REFUSED)) {
            return Optional.empty();
        }
        String[] words = line.substring(REFUSED.length()).split(" ", 2);
        String text = words.length == 2 ? words[1] : words[0];
        return Optional.of(
                switch (words[0]) {
                    case "unknown-target" -> new AskFailed(ExitCode.UNKNOWN_NAME, text);
                    case "unknown-verb", "usage" ->
                            new AskFailed(
                                    ExitCode.REFUSED,
                                    "the Sentinel at %s is of another version than this one: %s"
                                            .formatted(sentinel.path(), text));
                    default -> new AskFailed(ExitCode.REFUSED, text);
                });
    }
}
