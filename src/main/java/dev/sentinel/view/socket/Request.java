package dev.sentinel.view.socket;

import dev.sentinel.model.Snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A line that a client has sent.
///
/// @param verb its first word, or the one after `json`; empty when there is none
/// @param words those behind it
/// @param json whether a program wants to read the answer
record Request(String verb, List<String> words, boolean json) {

    private static final String JSON = "json";

    static Request of(String line) {
        List<String> all = Arrays.stream(line.strip().split("\\s+", -1)).toList();
        boolean json = all.size() > 1 && all.getFirst().equals(JSON);
        List<String> rest = json ? all.subList(1, all.size()) : all;
        return new Request(rest.getFirst(), rest.subList(1, rest.size()), json);
    }

    /// Answers now.
    Reply reply(Answer answer) {
        return new Reply.Now(render(List.of(answer)));
    }

    /// Answers as soon as a snapshot tells all that is to be told.
    Reply replyOnce(Function<Snapshot, Optional<List<Answer>>> answers) {
        return new Reply.Later(snapshot -> answers.apply(snapshot).map(this::render));
    }

    private String render(List<Answer> answers) {
        return answers.stream()
                .map(answer -> json ? answer.json() : answer.plain())
                .collect(Collectors.joining());
    }
}
