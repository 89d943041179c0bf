package dev.sentinel.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Ending;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Facts;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Machine;
import dev.sentinel.model.Outlets;
import dev.sentinel.model.Pace;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.StartFailure;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class SnapshotJsonTest {

    private static final String HOSTILE = "/tmp/\"}\\\n\u001b[2J\u202e\u2028\ud800/é";

    @Test
    void a_status_tells_everything_in_bytes_and_seconds() {
        assertEquals(
                """
                {"at":"2026-01-02T03:04:05Z","sentinel":{"version":"0.1.0","started_at":"2026-01-02T03:02:45Z","uptime":80.0,"pid":42,"resident_bytes":50331648,\
                "cpu_seconds":1.5,"load":0.004,"machine_memory_bytes":17179869184,"machine_available_bytes":9878634496,\
                "memory_pressure":{"some":0.42,"full":0.1},"socket":"/tmp/sentinel.socket",\
                "metrics":"http://127.0.0.1:8000/metrics"},\
                "targets":[{"name":"leaker","command":"leaker","state":"RUNNING","pid":4711,\
                "measure":"rss","scope":"tree","detector":"poll","source":"statm","used_bytes":402653184,\
                "resident_bytes":402653184,"peak_bytes":402653184,"processes":3,"starts":1,\
                "interval_seconds":0.1,"grace_seconds":3.0,\
                "limit_bytes":536870912,"started_at":"2026-01-02T03:02:45Z","uptime":80.0,"held_by":"cgroup /sys/fs/cgroup/sentinel-1-1"}]}\
                """,
                status(Snapshots.of(Snapshots.running()), Snapshots.OUTLETS));
    }

    @Test
    void what_is_not_known_is_left_out() throws JsonParserException {
        var nothing = Snapshots.of(Snapshots.starting());
        var early =
                new Snapshot(
                        nothing.at(),
                        nothing.targets(),
                        nothing.events(),
                        nothing.pace(),
                        Optional.empty(),
                        Machine.UNKNOWN,
                        Facts.NONE);
        JsonObject json = JsonParser.object().from(status(early, Outlets.NONE));
        assertEquals(
                List.of("version", "started_at", "uptime"),
                List.copyOf(json.getObject("sentinel").keySet()));
        assertEquals(
                List.of(
                        "name",
                        "command",
                        "state",
                        "measure",
                        "scope",
                        "detector",
                        "source",
                        "used_bytes",
                        "resident_bytes",
                        "peak_bytes",
                        "processes",
                        "starts",
                        "interval_seconds",
                        "grace_seconds",
                        "limit_bytes",
                        "uptime"),
                List.copyOf(json.getArray("targets").getObject(0).keySet()));
    }

    @Test
    void how_well_a_breach_was_noticed_is_told() throws JsonParserException {
        String text = status(Snapshots.of(Snapshots.breached()), Outlets.NONE);
        JsonObject target = JsonParser.object().from(text).getArray("targets").getObject(0);
        assertEquals(1, target.getInt("breaches"));
        assertEquals(0.003, target.getDouble("detection_seconds"));
        assertEquals(28 << 20, target.getInt("overshoot_bytes"));
        assertEquals(40 << 20, target.getInt("overshoot_peak_bytes"));
    }

    @Test
    void how_sentinel_keeps_its_times_is_told() throws JsonParserException {
        var late = Pace.NONE.lateness().plus(Duration.ofMillis(1)).plus(Duration.ofMillis(3));
        var pace = new Pace(late, 4, Duration.ofNanos(8000));
        Snapshot plain = Snapshots.of(Snapshots.running());
        var snapshot =
                new Snapshot(
                        plain.at(),
                        plain.targets(),
                        plain.events(),
                        pace,
                        Optional.empty(),
                        Machine.UNKNOWN,
                        Facts.NONE);
        JsonObject self =
                JsonParser.object().from(status(snapshot, Outlets.NONE)).getObject("sentinel");
        assertEquals(0.002, self.getDouble("tick_late_seconds"));
        assertEquals(0.000002, self.getDouble("look_seconds"));
    }

    @Test
    void what_cannot_be_killed_has_a_state_of_its_own() throws JsonParserException {
        var stuck = Snapshots.in(Snapshots.unkillable(Snapshots.BREACH), Snapshots.LIMIT, 10);
        JsonObject json = JsonParser.object().from(status(Snapshots.of(stuck), Outlets.NONE));
        JsonObject target = json.getArray("targets").getObject(0);
        assertEquals("UNKILLABLE", target.getString("state"));
        assertEquals(4711, target.getInt("pid"));
    }

    @Test
    void without_a_limit_there_is_no_limit_field() throws JsonParserException {
        var free = Snapshots.in(Snapshots.up(), new Limit(ByteSize.ZERO, Duration.ZERO), 10);
        JsonObject json = JsonParser.object().from(status(Snapshots.of(free), Outlets.NONE));
        assertFalse(json.getArray("targets").getObject(0).has("limit_bytes"));
    }

    @Test
    void an_exited_command_shows_its_code_and_no_pid() throws JsonParserException {
        var gone = Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 540);
        JsonObject json = JsonParser.object().from(status(Snapshots.of(gone), Outlets.NONE));
        JsonObject target = json.getArray("targets").getObject(0);
        assertEquals("GONE", target.getString("state"));
        assertEquals(143, target.getInt("last_exit_code"));
        assertFalse(target.has("pid"));
    }

    @Test
    void hostile_addresses_are_harmless_values() throws JsonParserException {
        var outlets = new Outlets(Optional.of(HOSTILE), Optional.of(HOSTILE));
        String text = status(Snapshots.of(Snapshots.running()), outlets);
        JsonObject sentinel = JsonParser.object().from(text).getObject("sentinel");
        assertEquals(Printable.text(HOSTILE), sentinel.getString("socket"));
        assertEquals(Printable.text(HOSTILE), sentinel.getString("metrics"));
    }

    @Test
    void a_breach_is_told_with_signal_and_duration() {
        var gone = Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 540);
        assertEquals(
                """
                {"name":"leaker","exit_code":123,\
                "reason":"memory 540.0 MiB > limit 512.0 MiB (rss, tree of 3); SIGTERM, ended after 0.21 s",\
                "peak_bytes":566231040,"limit_bytes":536870912,"command_exit_code":143,\
                "ended":"stopped","signals":["SIGTERM"],"killed":false,"stop_seconds":0.21}\
                """,
                SnapshotJson.result(gone, Snapshots.gone().ending(), 123));
    }

    @Test
    void an_exit_by_itself_is_told_with_the_running_time() throws JsonParserException {
        var ending = new Ending.ByItself(new ExitStatus(3), Duration.ofMillis(1500));
        JsonObject json = result(ending, 3);
        assertEquals("by_itself", json.getString("ended"));
        assertEquals(1.5, json.getDouble("ran_seconds"));
        assertEquals("exited with 3 after 1.50 s", json.getString("reason"));
    }

    @Test
    void a_hostile_reason_is_a_harmless_value() throws JsonParserException {
        var failure = new StartFailure(StartFailure.Kind.NOT_FOUND, HOSTILE);
        JsonObject json = result(new Ending.NeverStarted(failure), 127);
        assertEquals("never_started", json.getString("ended"));
        assertEquals(Printable.text(HOSTILE), json.getString("reason"));
    }

    private static JsonObject result(Ending ending, int exitCode) throws JsonParserException {
        return JsonParser.object().from(SnapshotJson.result(Snapshots.running(), ending, exitCode));
    }

    private static String status(Snapshot snapshot, Outlets outlets) {
        return SnapshotJson.status(snapshot, outlets, Snapshots.BUILD);
    }
}
