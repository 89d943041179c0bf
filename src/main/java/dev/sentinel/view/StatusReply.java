package dev.sentinel.view;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// What `json status` has answered, read back; the other direction of [SnapshotJson].
///
/// Whoever is at the other end may be anybody: a value of another kind than expected counts as not
/// told.
public final class StatusReply {

    private static final String TARGETS = "targets";

    /// What a target may be called; others are none, and shells get to see names.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final JsonObject all;

    private StatusReply(JsonObject all) {
        this.all = all;
    }

    /// Reads a reply.
    ///
    /// @throws IllegalArgumentException when it is no status
    public static StatusReply read(String json) {
        try {
            // Numbers stay text until they are asked for: some take very long to read.
            JsonObject all = JsonParser.object().withLazyNumbers().from(json);
            if (all.get(TARGETS) instanceof JsonArray) {
                return new StatusReply(all);
            }
            throw new IllegalArgumentException("no targets are told of");
        } catch (JsonParserException | StackOverflowError wrong) {
            throw new IllegalArgumentException("not JSON", wrong);
        }
    }

    /// What is told of each target, in the order of the reply.
    public List<TargetReply> targets() {
        List<TargetReply> targets = new ArrayList<>();
        for (Object one : all.getArray(TARGETS)) {
            if (one instanceof JsonObject target && isTarget(target)) {
                targets.add(new TargetReply(target));
            }
        }
        return targets;
    }

    private static boolean isTarget(JsonObject one) {
        return NAME.matcher(one.getString("name", "")).matches();
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
                left.add(target.json());
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
