package dev.sentinel.view.socket;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// How often which verb was asked for at the socket; whatever is none counts as `other`. Counted by
/// one thread, read by any.
public final class CommandCounts {

    private static final String OTHER = "other";

    private final Map<String, LongAdder> counts;

    /// Nothing asked for yet.
    public CommandCounts() {
        Map<String, LongAdder> zeros = new LinkedHashMap<>();
        for (Verb verb : Verb.values()) {
            zeros.put(verb.word(), new LongAdder());
        }
        zeros.put(OTHER, new LongAdder());
        this.counts = Collections.unmodifiableMap(zeros);
    }

    void add(Optional<Verb> verb) {
        LongAdder count = counts.get(verb.map(Verb::word).orElse(OTHER));
        if (count != null) {
            count.increment();
        }
    }

    /// In the order of the list of verbs; those never asked for are in it.
    public Map<String, Long> byWord() {
        Map<String, Long> byWord = new LinkedHashMap<>();
        counts.forEach((word, count) -> byWord.put(word, count.sum()));
        return byWord;
    }
}
