package dev.sentinel.view.socket;

import dev.sentinel.model.Moment;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.TimeText;
import dev.sentinel.model.Trend;
import dev.sentinel.view.Sentences;

import java.util.Locale;
import java.util.stream.Collectors;

/// What is guarded, one line a target: `leaker RUNNING pid 4711 rss 234.5 MiB of 512.0 MiB (46 %)
/// …`.
final class StatusText {

    private StatusText() {}

    static String of(Snapshot snapshot) {
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
