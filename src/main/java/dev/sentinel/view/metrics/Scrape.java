package dev.sentinel.view.metrics;

import dev.sentinel.model.Build;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.TargetStatus;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that one scrape is drawn from, so that all of its series tell of the same time.
///
/// @param commands how often each was asked for at the socket
record Scrape(Snapshot snapshot, List<Seen> targets, Map<String, Long> commands, Build build) {

    static Scrape of(Snapshot snapshot, Map<String, Long> commands, Build build) {
        List<Seen> targets =
                snapshot.targets().stream().map(target -> Seen.of(target, snapshot)).toList();
        return new Scrape(snapshot, targets, commands, build);
    }

    Optional<TargetStatus> firstTarget() {
        return snapshot.targets().stream().findFirst();
    }
}
