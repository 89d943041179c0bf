package dev.sentinel.cli;

import dev.sentinel.model.Event;
import dev.sentinel.model.EventLog;
import dev.sentinel.model.Snapshot;
import dev.sentinel.view.EventJson;
import dev.sentinel.view.web.Feed;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The events of the latest snapshot as a stream. An id is that of this life of Sentinel and the
/// event's number, so whoever comes back to another life is told everything.
record EventFeed(Supplier<Snapshot> latest) implements Feed {

    private static final int BASE = 36;
    private static final Pattern ID = Pattern.compile("([0-9a-z]{1,16})-([0-9]{1,18})");

    @Override
    public List<Told> after(Optional<String> last) {
        EventLog log = latest.get().events();
        String life = Long.toString(log.begun().toEpochMilli(), BASE);
        long number = last.map(id -> number(id, life)).orElse(0L);
        return log.after(number).stream().map(event -> told(life, event)).toList();
    }

    private static Told told(String life, Event event) {
        return new Told(life + "-" + event.number(), EventJson.of(event));
    }

    private static long number(String id, String life) {
        Matcher parts = ID.matcher(id);
        return parts.matches() && parts.group(1).equals(life) ? Long.parseLong(parts.group(2)) : 0;
    }
}
