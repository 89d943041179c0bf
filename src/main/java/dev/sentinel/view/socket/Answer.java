package dev.sentinel.view.socket;

import dev.sentinel.view.AnswerJson;

import java.util.Optional;

/// One thing that a client is told: that something is so, or that it cannot be.
///
/// @param target whom it is about; empty when it is about none or many
/// @param refusal one of a few fixed words for programs; empty when it is no refusal
/// @param text harmless
record Answer(Optional<String> target, Optional<String> refusal, String text) {

    /// What was asked for.
    static Answer of(String text) {
        return new Answer(Optional.empty(), Optional.empty(), text);
    }

    /// What was wished for has been done to a target.
    static Answer done(String target, String text) {
        return new Answer(Optional.of(target), Optional.empty(), text);
    }

    static Answer refused(String word, String text) {
        return new Answer(Optional.empty(), Optional.of(word), text);
    }

    static Answer refused(String word, String target, String text) {
        return new Answer(Optional.of(target), Optional.of(word), text);
    }

    /// For people; ends with a newline.
    String plain() {
        String whom = target.map(name -> name + ": ").orElse("");
        String said =
                refusal.map(word -> "ERR %s %s%s".formatted(word, whom, text))
                        .orElseGet(() -> target.isPresent() ? "OK " + whom + text : text);
        return said.endsWith("\n") ? said : said + "\n";
    }

    /// For programs; ends with a newline.
    String json() {
        return AnswerJson.of(target, refusal, text.strip()) + "\n";
    }
}
