package dev.sentinel.view.socket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What can be asked for at the socket: a fixed table, and nothing in it runs a program or opens a
/// path.
enum Verb {
    STATUS("", "what is guarded, one line each"),
    STOP(
            "[NAME]",
            "end one target, or all: politely, then firmly; answers when it is gone or cannot be"),
    RESTART("[NAME]", "end one target, or all, and start it again; answers when it runs"),
    SIGNAL("NAME SIG", "send a signal to the command itself; KILL ends its whole tree at once"),
    LIMIT("NAME SIZE", "change the memory limit, from now on: 600M, 80%, 0 for none"),
    LOGS(
            "NAME [LINES] [since=D] [follow] [colours]",
            "the last lines of its output, where Sentinel keeps it"),
    EVENTS(
            "[after=N] [recent]",
            "what has happened and, unless only that is asked for, what happens"),
    TOP(
            "[NAME]",
            "all that a screen shows, with processes and output of that target; only as JSON"),
    METRICS("", "what Prometheus is told"),
    VERSION("", "which Sentinel this is"),
    HELP("", "this list");

    private static final int COLUMN = 48;

    private final String words;
    private final String text;

    Verb(String words, String text) {
        this.words = words;
        this.text = text;
    }

    /// As it is written.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// `limit NAME SIZE`.
    String usage() {
        return words.isEmpty() ? word() : word() + " " + words;
    }

    static Optional<Verb> named(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    /// All of them, a line each.
    static String list() {
        String verbs =
                Arrays.stream(values())
                        .map(verb -> line(verb.usage(), verb.text))
                        .collect(Collectors.joining());
        return verbs + line("json VERB ...", "the same for programs");
    }

    private static String line(String usage, String text) {
        return usage + " ".repeat(COLUMN - usage.length()) + text + "\n";
    }
}
