package dev.sentinel.view;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What `json status` has answered, read back; the other direction of [SnapshotJson].
///
/// Whoever is at the other end may be anybody: a value of another kind than expected counts as not
/// told.
public final class StatusReply {

    private static final String TARGETS = "targets";

    private final JsonObject all;

    private StatusReply(JsonObject all) {
        this.all = all;
    }

    /// Reads a reply.
    ///
    /// @throws IllegalArgumentException when it is no status
    public static StatusReply read(String json) {
        JsonObject all = JsonFacts.read(json).json();
        if (new JsonFacts(all).isList(TARGETS)) {
            return new StatusReply(all);
        }
        throw new IllegalArgumentException("no targets are told of");
    }

    /// What is told of each target, in the order of the reply.
    public List<TargetReply> targets() {
        List<TargetReply> targets = new ArrayList<>();
        for (JsonFacts one : new JsonFacts(all).list(TARGETS)) {
            one.name("name").ifPresent(name -> targets.add(new TargetReply(name, one)));
        }
        return targets;
    }

    /// What all targets are called.
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (TargetReply target : targets()) {
            names.add(target.name());
        }
        return names;
    }

    /// The same without all other targets.
    public StatusReply only(Collection<String> names) {
        JsonArray left = new JsonArray();
        for (TargetReply target : targets()) {
            if (names.contains(target.name())) {
                left.add(target.facts().json());
            }
        }
        JsonObject fewer = new JsonObject(all);
        fewer.put(TARGETS, left);
        return new StatusReply(fewer);
    }

    /// One line of JSON. It is written anew, so that it holds nothing that a terminal would act on.
    public String json() {
        return JsonWriter.string(all);
    }
}
