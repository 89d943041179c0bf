package dev.sentinel.view.metrics;

import dev.sentinel.model.Snapshot;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.TreeFacts;
import dev.sentinel.view.Printable;

import java.util.Optional;

/// One target in a scrape.
///
/// @param name harmless
record Seen(String name, TargetStatus target, Snapshot snapshot) {

    static Seen of(TargetStatus target, Snapshot snapshot) {
        return new Seen(Printable.text(target.name()), target, snapshot);
    }

    /// What its tree costs beside memory; empty when nobody could look yet.
    Optional<TreeFacts> tree() {
        return Optional.ofNullable(snapshot.facts().trees().get(target.name()));
    }
}
