package dev.sentinel.view;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;

import dev.sentinel.model.Build;
import dev.sentinel.model.Detection;
import dev.sentinel.model.Ending;
import dev.sentinel.model.Histogram;
import dev.sentinel.model.Machine;
import dev.sentinel.model.Moment;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.Pace;
import dev.sentinel.model.SelfStatus;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.TargetStatus;
import dev.sentinel.model.Trend;

/// Values as JSON for programs. Sizes are bytes, lengths of time are seconds, times are ISO 8601.
/// What is not known is left out.
public final class SnapshotJson {

    private SnapshotJson() {}

    /// What `json status` answers.
    public static String status(Snapshot snapshot, Outlets outlets, Build build) {
        JsonStringWriter json =
                JsonWriter.string().object().value("at", snapshot.at().wall().toString());
        json.object("sentinel")
                .value("version", build.version())
                .value("started_at", snapshot.events().begun().toString())
                .value("uptime", snapshot.at().sinceStart().toMillis() / 1e3);
        snapshot.self().ifPresent(self -> self(json, self));
        pace(json, snapshot.pace());
        machine(json, snapshot.machine());
        outlets.socket().ifPresent(path -> json.value("socket", Printable.text(path)));
        outlets.metrics().ifPresent(address -> json.value("metrics", Printable.text(address)));
        json.end().array("targets");
        snapshot.targets().forEach(target -> target(json.object(), target, snapshot.at()).end());
        return json.end().end().done();
    }

    private static void self(JsonStringWriter json, SelfStatus self) {
        json.value("pid", self.pid())
                .value("resident_bytes", self.resident().bytes())
                .value("cpu_seconds", self.cpu().toMillis() / 1e3)
                .value("load", self.load());
    }

    private static void machine(JsonStringWriter json, Machine machine) {
        if (machine.memory().bytes() > 0) {
            json.value("machine_memory_bytes", machine.memory().bytes());
        }
        if (machine.available().bytes() > 0) {
            json.value("machine_available_bytes", machine.available().bytes());
        }
        machine.pressure()
                .ifPresent(pressure ->
                        json.object("memory_pressure")
                                .value("some", pressure.some())
                                .value("full", pressure.full())
                                .end());
    }

    /// Means, so that a reader need not know how often.
    private static void pace(JsonStringWriter json, Pace pace) {
        Histogram lateness = pace.lateness();
        if (lateness.count() > 0) {
            json.value("tick_late_seconds", lateness.sum().toNanos() / 1e9 / lateness.count());
        }
        if (pace.looks() > 0) {
            json.value("look_seconds", pace.looking().toNanos() / 1e9 / pace.looks());
        }
    }

    private static JsonStringWriter target(JsonStringWriter json, TargetStatus target, Moment now) {
        json.value("name", target.name())
                .value("command", Printable.text(target.target().launch().shown()))
                .value("state", target.state().word());
        target.state().running().ifPresent(process -> json.value("pid", process.pid()));
        json.value("measure", target.target().limit().measure().metric().word())
                .value("scope", target.target().limit().measure().scope().word())
                .value("detector", target.target().detector().word())
                .value("source", target.memory().source())
                .value("used_bytes", target.used().bytes())
                .value("resident_bytes", target.resident().bytes())
                .value("peak_bytes", target.memory().peak().bytes())
                .value("processes", target.processes())
                .value("starts", target.tally().starts())
                .value("interval_seconds", target.interval().toNanos() / 1e9)
                .value("grace_seconds", target.target().stop().grace().toMillis() / 1e3);
        if (!target.target().limit().isNone()) {
            json.value("limit_bytes", target.target().limit().memory().bytes());
        }
        if (!target.target().limit().neverWarns()) {
            json.value("soft_limit_bytes", target.target().limit().soft().bytes());
        }
        trend(json, target.memory().trend());
        detection(json, target.memory().detection());
        target.start()
                .map(start -> start.wall().toString())
                .ifPresent(at -> json.value("started_at", at));
        json.value("uptime", target.uptime(now).toMillis() / 1e3);
        target.heldBy().ifPresent(what -> json.value("held_by", Printable.text(what)));
        target.lastExit()
                .ifPresent(exit -> json.value("last_exit_code", exit.status().shellCode()));
        return json;
    }

    private static void trend(JsonStringWriter json, Trend trend) {
        switch (trend) {
            case Trend.TooEarly _ -> {}
            case Trend.NotGrowing _ -> json.value("growth_bytes_per_second", 0);
            case Trend.Growing growing -> {
                json.value("growth_bytes_per_second", (long) growing.bytesPerSecond());
                growing.timeToLimit()
                        .ifPresent(left -> json.value("time_to_limit", left.toMillis() / 1e3));
            }
        }
    }

    private static void detection(JsonStringWriter json, Detection detection) {
        detection
                .overshoot()
                .ifPresent(overshoot -> {
                    Histogram latency = detection.latency();
                    json.value("breaches", latency.count())
                            .value(
                                    "detection_seconds",
                                    latency.sum().toNanos() / 1e9 / latency.count())
                            .value("overshoot_bytes", overshoot.decided().bytes())
                            .value("overshoot_peak_bytes", overshoot.atMost().bytes());
                });
    }

    /// The result of a whole run, as `-o json` prints it last.
    public static String result(TargetStatus target, Ending ending, int exitCode) {
        JsonStringWriter json = JsonWriter.string().object();
        json.value("name", target.name())
                .value("exit_code", exitCode)
                .value("reason", Printable.text(Sentences.of(ending)))
                .value("peak_bytes", target.memory().peak().bytes());
        if (!target.target().limit().isNone()) {
            json.value("limit_bytes", target.target().limit().memory().bytes());
        }
        target.lastExit()
                .ifPresent(exit -> json.value("command_exit_code", exit.status().shellCode()));
        switch (ending) {
            case Ending.NeverStarted _ -> json.value("ended", "never_started");
            case Ending.ByItself(_, var ran) ->
                    json.value("ended", "by_itself").value("ran_seconds", ran.toMillis() / 1e3);
            case Ending.Stopped stopped ->
                    json.value("ended", "stopped")
                            .array(
                                    "signals",
                                    stopped.signals().stream().map(Signal::toString).toList())
                            .value("killed", stopped.killed())
                            .value("stop_seconds", stopped.took().toMillis() / 1e3);
        }
        return json.end().done();
    }
}
