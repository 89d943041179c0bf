package dev.sentinel.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Snapshots;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class StatusReplyTest {

    private static TargetReply target(String facts) {
        String json = "{\"targets\":[{\"name\":\"leaker\",%s}]}".formatted(facts);
        return StatusReply.read(json).targets().getFirst();
    }

    @Test
    void what_one_end_writes_the_other_reads() {
        String json =
                SnapshotJson.status(
                        Snapshots.of(Snapshots.running()), Snapshots.OUTLETS, Snapshots.BUILD);
        StatusReply status = StatusReply.read(json);
        TargetReply target = status.targets().getFirst();
        assertEquals(json, status.json());
        assertEquals("leaker", target.name());
        assertEquals(Optional.of("RUNNING"), target.text("state"));
        assertEquals(Optional.of(4711L), target.count("pid"));
        assertEquals(Optional.of(ByteSize.ofMebibytes(384)), target.size("used_bytes"));
        assertEquals(Optional.of(Duration.ofSeconds(80)), target.time("uptime"));
        assertEquals(Optional.of(0.75), target.shareOfLimit());
        assertEquals(Optional.empty(), target.time("time_to_limit"));
    }

    @Test
    void some_targets_are_left_with_all_else_as_it_was() {
        StatusReply status =
                StatusReply.read(
                        """
                        {"at":"now","targets":[{"name":"a","x":[1]},{"name":"b"},{"name":"c"}]}
                        """);
        assertEquals(List.of("a", "b", "c"), status.names());
        StatusReply fewer = status.only(List.of("c", "a"));
        assertEquals(
                "{\"at\":\"now\",\"targets\":[{\"name\":\"a\",\"x\":[1]},{\"name\":\"c\"}]}",
                fewer.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ERR no",
                "[]",
                "{}",
                "{\"targets\":1}",
                "{\"targets\":[]} x",
                "{\"targets\":["
            })
    void anything_else_is_no_status(String text) {
        assertThrows(IllegalArgumentException.class, () -> StatusReply.read(text));
    }

    @Test
    void what_is_nested_without_end_is_no_status() {
        String text = "{\"targets\":" + "[".repeat(1_000_000);
        assertThrows(IllegalArgumentException.class, () -> StatusReply.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "null",
                "{}",
                "{\"name\":1}",
                "{\"name\":\"\"}",
                "{\"name\":\"$(id)\"}"
            })
    void a_target_without_a_possible_name_is_none(String target) {
        String json = "{\"targets\":[%s,{\"name\":\"db\"}]}".formatted(target);
        assertEquals(List.of("db"), StatusReply.read(json).names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"f\":\"1\"", "\"f\":-1", "\"f\":null", "\"f\":[]", "\"f\":1e999"})
    void a_fact_of_another_kind_is_not_told(String fact) {
        TargetReply target = target(fact);
        assertEquals(Optional.empty(), target.size("f"));
        assertEquals(Optional.empty(), target.time("f"));
    }

    @Test
    void a_hostile_word_is_made_harmless() {
        TargetReply target = target("\"state\":\"\\u001b[2J\\u202e\\nX\"");
        assertEquals(Optional.of("\\x1b[2J\\u202e\\x0aX"), target.text("state"));
    }

    @Test
    void numbers_are_written_as_they_were_read() {
        String json = "{\"targets\":[],\"x\":" + "9".repeat(100_000) + ",\"y\":1.50}";
        assertEquals(json, StatusReply.read(json).json());
    }
}
