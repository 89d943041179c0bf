package dev.sentinel.scene;

import static dev.sentinel.scene.SceneJson.count;
import static dev.sentinel.scene.SceneJson.number;
import static dev.sentinel.scene.SceneJson.text;
import static dev.sentinel.scene.SceneJson.time;

import com.grack.nanojson.JsonStringWriter;

import dev.sentinel.model.History;
import dev.sentinel.model.ProcessFacts;
import dev.sentinel.model.Trend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Targets as JSON, each in no more room than a screen needs.
///
/// @param whole name of the target whose history is told as a whole
record WatchedJson(Scene scene, String whole) {

    /// Points of one history, and of all together, where an outline will do.
    private static final int MOST_POINTS = 40;

    private static final int MOST_POINTS_OF_ALL = 20_000;
    private static final int LEAST_POINTS = 5;

    /// Characters of output.
    static final int MOST_OUTPUT = 32 << 10;

    /// The largest are told of.
    static final int MOST_PROCESSES = 500;

    void write(JsonStringWriter json, Watched target) {
        json.object().value("name", target.name());
        text(json, "state", target.state());
        target.pid().ifPresent(pid -> json.value("pid", pid));
        text(json, "command", target.command());
        use(json, target.use());
        history(json, target);
        text(json, "detector", target.detector());
        time(json, "interval_seconds", target.interval());
        count(json, "processes", target.processes());
        count(json, "restarts", target.restarts());
        time(json, "uptime", target.uptime());
        target.ending().ifPresent(ending -> text(json, "ending", ending));
        target.heldBy().ifPresent(what -> text(json, "held_by", what));
        target.cost().ifPresent(cost -> cost(json, cost));
        if (!target.tree().isEmpty()) {
            json.array("tree");
            largest(target.tree()).forEach(process -> process(json, process));
            json.end();
        }
        if (!target.output().isEmpty()) {
            json.array("output", last(target.output()));
        }
        json.end();
    }

    private static void use(JsonStringWriter json, Use use) {
        count(json, "used_bytes", use.used().bytes());
        count(json, "peak_bytes", use.peak().bytes());
        count(json, "limit_bytes", use.limit().bytes());
        count(json, "soft_limit_bytes", use.soft().bytes());
        text(json, "measure", use.measure());
        switch (use.trend()) {
            case Trend.TooEarly _ -> {}
            case Trend.NotGrowing _ -> json.value("growth_bytes_per_second", 0);
            case Trend.Growing(var growth, var fit, var timeToLimit) -> {
                number(json, "growth_bytes_per_second", growth);
                number(json, "fit", fit);
                timeToLimit.ifPresent(left -> json.value("time_to_limit", left.toNanos() / 1e9));
            }
        }
    }

    private void history(JsonStringWriter json, Watched target) {
        History history = target.use().history();
        if (!target.name().equals(whole)) {
            int points = MOST_POINTS_OF_ALL / Math.max(1, scene.targets().size());
            int most = Math.clamp(points, LEAST_POINTS, MOST_POINTS);
            history = Outline.of(history, scene.at().sinceStart(), most);
        }
        if (!history.points().isEmpty()) {
            json.array("seconds", history.points().stream().map(History.Point::second).toList());
            json.array("peaks", history.points().stream().map(one -> one.peak().bytes()).toList());
            json.value("last_second", history.lastSecond());
        }
    }

    private static void cost(JsonStringWriter json, Cost cost) {
        json.object("cost");
        number(json, "load", cost.load());
        count(json, "threads", cost.threads());
        count(json, "open_files", cost.openFiles());
        json.end();
    }

    private static void process(JsonStringWriter json, ProcessFacts process) {
        json.object().value("pid", process.id().pid());
        count(json, "start_ticks", process.id().startTicks());
        count(json, "parent", process.parent());
        text(json, "name", process.name());
        count(json, "resident_bytes", process.resident().bytes());
        number(json, "load", process.load());
        count(json, "threads", process.threads());
        count(json, "open_files", process.openFiles());
        json.end();
    }

    /// In the order in which they were.
    private static List<ProcessFacts> largest(List<ProcessFacts> tree) {
        if (tree.size() <= MOST_PROCESSES) {
            return tree;
        }
        Comparator<ProcessFacts> bySize = Comparator.comparingLong(one -> one.resident().bytes());
        Set<ProcessFacts> kept =
                tree.stream()
                        .sorted(bySize.reversed())
                        .limit(MOST_PROCESSES)
                        .collect(Collectors.toSet());
        return tree.stream().filter(kept::contains).toList();
    }

    /// The last lines; the very last one is cut when it alone is too long.
    private static List<String> last(List<String> output) {
        List<String> lines = new ArrayList<>();
        int room = MOST_OUTPUT;
        for (String line : output.reversed()) {
            if (!lines.isEmpty() && line.length() > room) {
                break;
            }
            lines.add(beginning(line, room));
            room -= lines.getLast().length();
        }
        Collections.reverse(lines);
        return lines;
    }

    /// Without half a character at its end.
    private static String beginning(String line, int most) {
        if (line.length() <= most) {
            return line;
        }
        boolean whole = !Character.isHighSurrogate(line.charAt(most - 1));
        return line.substring(0, whole ? most : most - 1);
    }
}
