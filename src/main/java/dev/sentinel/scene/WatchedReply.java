package dev.sentinel.scene;

import static dev.sentinel.scene.SceneReply.amount;
import static dev.sentinel.scene.SceneReply.count;
import static dev.sentinel.scene.SceneReply.few;
import static dev.sentinel.scene.SceneReply.size;
import static dev.sentinel.scene.SceneReply.time;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.History;
import dev.sentinel.model.ProcessFacts;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Trend;
import dev.sentinel.view.JsonFacts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One target of a [SceneReply], by the names that [WatchedJson] gives.
///
/// @param now how long its Sentinel has been up
record WatchedReply(JsonFacts facts, Duration now) {

    Watched called(String name) {
        return new Watched(
                name,
                facts.text("state").orElse(""),
                facts.count("pid").filter(pid -> pid > 0),
                facts.text("command").orElse(""),
                use(),
                facts.text("detector").orElse(""),
                time(facts, "interval_seconds"),
                few(facts, "processes"),
                count(facts, "restarts"),
                time(facts, "uptime"),
                facts.text("ending"),
                facts.text("held_by"),
                facts.object("cost")
                        .map(cost ->
                                new Cost(
                                        amount(cost, "load"),
                                        few(cost, "threads"),
                                        few(cost, "open_files"))),
                tree(),
                output());
    }

    private Use use() {
        return new Use(
                size(facts, "used_bytes"),
                size(facts, "peak_bytes"),
                size(facts, "limit_bytes"),
                size(facts, "soft_limit_bytes"),
                facts.text("measure").orElse(""),
                trend(),
                history());
    }

    private Trend trend() {
        Optional<Double> growth = facts.number("growth_bytes_per_second");
        if (growth.isEmpty() || growth.get() < 0) {
            return new Trend.TooEarly();
        }
        double fit = Math.min(1, amount(facts, "fit"));
        return growth.get() == 0
                ? new Trend.NotGrowing()
                : new Trend.Growing(growth.get(), fit, facts.time("time_to_limit"));
    }

    /// Points are in their order, and none is still to come.
    private History history() {
        List<Long> seconds = facts.counts("seconds");
        List<Long> peaks = facts.counts("peaks");
        List<History.Point> points = new ArrayList<>();
        long before = -1;
        for (int at = 0; at < Math.min(seconds.size(), peaks.size()); at++) {
            long second = seconds.get(at);
            // After an end the next second counts already.
            if (second > before && second <= now.toSeconds() + 1) {
                points.add(new History.Point(second, new ByteSize(peaks.get(at))));
                before = second;
            }
        }
        return new History(points, Math.max(before, facts.count("last_second").orElse(-1L)));
    }

    /// Nobody comes twice.
    private List<ProcessFacts> tree() {
        List<ProcessFacts> tree = new ArrayList<>();
        Set<Long> pids = new HashSet<>();
        for (JsonFacts one : facts.list("tree")) {
            long pid = count(one, "pid");
            if (tree.size() < WatchedJson.MOST_PROCESSES && pids.add(pid)) {
                tree.add(process(one, new ProcessId(pid, count(one, "start_ticks"))));
            }
        }
        return tree;
    }

    private static ProcessFacts process(JsonFacts process, ProcessId id) {
        return new ProcessFacts(
                id,
                count(process, "parent"),
                process.text("name").orElse(""),
                size(process, "resident_bytes"),
                amount(process, "load"),
                few(process, "threads"),
                few(process, "open_files"));
    }

    private List<String> output() {
        List<String> lines = new ArrayList<>();
        int room = WatchedJson.MOST_OUTPUT;
        for (String line : facts.lines("output")) {
            room -= line.length();
            if (room >= 0) {
                lines.add(line);
            }
        }
        return lines;
    }
}
