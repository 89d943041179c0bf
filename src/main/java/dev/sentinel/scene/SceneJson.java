package dev.sentinel.scene;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;

import dev.sentinel.model.Machine;
import dev.sentinel.view.Printable;

import java.time.Duration;

/// A scene as JSON, for a screen at the other end of a socket; [SceneReply] reads it. Sizes are
/// bytes, lengths of time are seconds. What is not known, or zero, is left out.
///
/// Only lines of output are as they were written, with their colours; all other text is harmless.
public final class SceneJson {

    private SceneJson() {}

    /// What `json top` answers.
    ///
    /// @param selected the target whose history is told as a whole; the first one when it is not
    ///   there
    public static String of(Scene scene, String selected) {
        JsonStringWriter json = JsonWriter.string().object();
        json.value("at", scene.at().wall().toString());
        time(json, "uptime", scene.at().sinceStart());
        text(json, "version", scene.version());
        scene.outlets().socket().ifPresent(path -> text(json, "socket", path));
        scene.outlets().metrics().ifPresent(address -> text(json, "metrics", address));
        machine(json, scene.machine());
        scene.own()
                .ifPresent(own -> {
                    json.object("self").value("resident_bytes", own.resident().bytes());
                    number(json, "load", own.load());
                    json.end();
                });
        json.array("targets");
        String whole =
                scene.target(selected)
                        .or(() -> scene.targets().stream().findFirst())
                        .map(Watched::name)
                        .orElse("");
        WatchedJson writer = new WatchedJson(scene, whole);
        scene.targets().forEach(target -> writer.write(json, target));
        json.end().array("events");
        scene.events().forEach(event -> event(json, event));
        return json.end().end().done();
    }

    private static void machine(JsonStringWriter json, Machine machine) {
        json.object("machine");
        count(json, "memory_bytes", machine.memory().bytes());
        count(json, "available_bytes", machine.available().bytes());
        machine.pressure()
                .ifPresent(pressure -> {
                    json.object("pressure");
                    number(json, "some", pressure.some());
                    number(json, "full", pressure.full());
                    json.end();
                });
        json.end();
    }

    private static void event(JsonStringWriter json, Told event) {
        json.object().value("number", event.number());
        time(json, "uptime", event.up());
        text(json, "target", event.target());
        text(json, "event", event.word());
        text(json, "text", event.text());
        json.end();
    }

    static void text(JsonStringWriter json, String fact, String text) {
        json.value(fact, Printable.text(text));
    }

    static void count(JsonStringWriter json, String fact, long count) {
        if (count != 0) {
            json.value(fact, count);
        }
    }

    static void time(JsonStringWriter json, String fact, Duration time) {
        number(json, fact, time.toNanos() / 1e9);
    }

    static void number(JsonStringWriter json, String fact, double number) {
        if (number != 0 && Double.isFinite(number)) {
            json.value(fact, number);
        }
    }
}
