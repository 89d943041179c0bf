package dev.sentinel.view;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;

import dev.sentinel.model.Event;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Survivor;

/// An event as one line of JSON. Beside the sentence stand the values in it; sizes are bytes,
/// lengths of time are seconds.
public final class EventJson {

    private EventJson() {}

    /// `{"number":17,"at":"…","target":"leaker","event":"kill","text":"…",…}`, without a newline.
    public static String of(Event event) {
        JsonStringWriter json =
                JsonWriter.string()
                        .object()
                        .value("number", event.number())
                        .value("at", event.at().toString())
                        .value("target", event.target())
                        .value("event", event.what().word())
                        .value("text", Printable.text(Sentences.of(event.what())));
        values(json, event.what());
        return json.end().done();
    }

    private static void values(JsonStringWriter json, Event.Happening what) {
        switch (what) {
            case Event.Started(var process) -> json.value("pid", process.pid());
            case Event.Restarted(var process) -> json.value("pid", process.pid());
            case Event.SoftLimit(var reading, var limit) ->
                    json.value("used_bytes", reading.used().bytes())
                            .value("soft_limit_bytes", limit.soft().bytes());
            case Event.Breach(var verdict) ->
                    json.value("used_bytes", verdict.reading().used().bytes())
                            .value("limit_bytes", verdict.limit().memory().bytes())
                            .value("processes", verdict.reading().processes());
            case Event.Asked(_, var signal, var grace) ->
                    json.value("signal", signal.toString())
                            .value("grace_seconds", grace.toMillis() / 1e3);
            case Event.Killed(var after) -> json.value("after_seconds", after.toMillis() / 1e3);
            case Event.Survived(var survivors) -> {
                json.array("pids");
                survivors.stream().map(Survivor::pid).forEach(json::value);
                json.end();
            }
            case Event.Exited(var exit, var alone) ->
                    json.value("exit_code", exit.shellCode()).value("alone", alone);
            case Event.Ended _ -> {}
            case Event.LimitChanged(var before, var after) ->
                    json.value("limit_bytes", after.memory().bytes())
                            .value("before_bytes", before.memory().bytes());
            case Event.Signalled(var signal, var reached) ->
                    json.value("signal", signal.toString()).value("reached", reached);
            case Event.Client(var by, var wish) -> by(json.value("wish", wish), by);
        }
    }

    private static void by(JsonStringWriter json, Requester by) {
        json.object("by").value("where", by.where());
        by.peer().ifPresent(peer -> json.value("uid", peer.uid()));
        by.peer().filter(Requester.Peer::hasPid).ifPresent(peer -> json.value("pid", peer.pid()));
        json.end();
    }
}
