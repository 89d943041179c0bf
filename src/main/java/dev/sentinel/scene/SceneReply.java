package dev.sentinel.scene;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Machine;
import dev.sentinel.model.Moment;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.Pressure;
import dev.sentinel.view.JsonFacts;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `json top` has answered, read back; the other direction of [SceneJson].
///
/// Whoever is at the other end may be anybody: a value of another kind than expected counts as not
/// told, and there is no more of anything than a Sentinel tells.
public final class SceneReply {

    /// More than any Sentinel guards.
    private static final int MOST_TARGETS = 10_000;

    private SceneReply() {}

    /// Reads a reply.
    ///
    /// @throws IllegalArgumentException when it is no scene
    public static Scene read(String json) {
        JsonFacts all = JsonFacts.read(json);
        if (!all.isList("targets") || !all.isList("events")) {
            throw new IllegalArgumentException("no targets and events are told of");
        }
        Moment at = new Moment(time(all, "uptime"), wall(all));
        return new Scene(
                at,
                all.text("version").orElse(""),
                new Outlets(all.text("socket"), all.text("metrics")),
                all.object("machine").map(SceneReply::machine).orElse(Machine.UNKNOWN),
                all.object("self")
                        .map(own ->
                                new Scene.Own(size(own, "resident_bytes"), amount(own, "load"))),
                targets(all, at.sinceStart()),
                events(all));
    }

    private static Instant wall(JsonFacts all) {
        try {
            return Instant.parse(all.text("at").orElse(""));
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }

    private static Machine machine(JsonFacts machine) {
        Optional<Pressure> pressure =
                machine.object("pressure")
                        .map(told -> new Pressure(amount(told, "some"), amount(told, "full")));
        return new Machine(
                size(machine, "memory_bytes"), size(machine, "available_bytes"), pressure);
    }

    private static List<Watched> targets(JsonFacts all, Duration now) {
        List<Watched> targets = new ArrayList<>();
        for (JsonFacts one : all.list("targets")) {
            if (targets.size() < MOST_TARGETS) {
                one.name("name")
                        .ifPresent(name -> targets.add(new WatchedReply(one, now).called(name)));
            }
        }
        return targets;
    }

    private static List<Told> events(JsonFacts all) {
        List<Told> events = new ArrayList<>();
        for (JsonFacts one : all.list("events")) {
            Optional<String> target = one.name("target");
            Optional<Long> number = one.count("number");
            if (target.isPresent() && number.isPresent() && events.size() < Scene.EVENTS) {
                events.add(
                        new Told(
                                number.get(),
                                time(one, "uptime"),
                                target.get(),
                                one.text("event").orElse(""),
                                one.text("text").orElse("")));
            }
        }
        return events;
    }

    static ByteSize size(JsonFacts facts, String fact) {
        return facts.size(fact).orElse(ByteSize.ZERO);
    }

    static Duration time(JsonFacts facts, String fact) {
        return facts.time(fact).orElse(Duration.ZERO);
    }

    static double amount(JsonFacts facts, String fact) {
        return Math.max(0, facts.number(fact).orElse(0.0));
    }

    static long count(JsonFacts facts, String fact) {
        return Math.max(0, facts.count(fact).orElse(0L));
    }

    static int few(JsonFacts facts, String fact) {
        return Math.clamp(count(facts, fact), 0, Integer.MAX_VALUE);
    }
}
