package dev.sentinel.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.History;
import dev.sentinel.model.ProcessFacts;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Trend;
import dev.sentinel.view.Printable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

class SceneReplyTest {

    /// There and back as over a socket.
    private static Scene told(Scene scene, String selected) {
        byte[] bytes = SceneJson.of(scene, selected).getBytes(StandardCharsets.UTF_8);
        return SceneReply.read(new String(bytes, StandardCharsets.UTF_8));
    }

    private static Watched target(String facts) {
        return SceneReply.read(
                        "{\"uptime\":100,\"targets\":[{\"name\":\"api\",%s}],\"events\":[]}"
                                .formatted(facts))
                .targets()
                .getFirst();
    }

    @Test
    void what_one_end_writes_the_other_reads() {
        Scene rich = Scenes.rich();
        assertTrue(rich.own().isPresent() && rich.machine().pressure().isPresent());
        assertFalse(rich.targets().getFirst().tree().isEmpty());
        assertEquals(rich, told(rich, "leaker"));
        assertEquals(Scenes.bare(), told(Scenes.bare(), ""));
    }

    @Test
    void a_hostile_text_arrives_harmless_and_a_line_of_output_as_it_was() {
        List<String> output = List.of(Scenes.HOSTILE, "", "x".repeat(20_000));
        Scene scene = Scenes.saying(Scenes.HOSTILE, output);
        String json = SceneJson.of(scene, "api");
        assertFalse(json.chars().anyMatch(one -> one < ' ' || (one > 127 && one < 160)));
        assertEquals(Scenes.saying(Printable.text(Scenes.HOSTILE), output), told(scene, "api"));
    }

    @Test
    void half_a_character_spoils_nothing() {
        Scene told = told(Scenes.saying("a\ud83d", List.of("b\udc00c")), "api");
        assertEquals("a\\ud83d", told.version());
        assertEquals(List.of("b?c"), told.targets().getFirst().output());
    }

    @Test
    void of_much_output_the_last_lines_are_told() {
        List<String> lines = new ArrayList<>(Collections.nCopies(100, "x".repeat(1000)));
        lines.add("y".repeat(32_000));
        assertEquals(lines.subList(100, 101), output(lines));
        lines.add("z");
        assertEquals(lines.subList(100, 102), output(lines));
    }

    @Test
    void a_last_line_that_is_too_long_is_cut_between_two_characters() {
        String smile = "\ud83d\ude00";
        List<String> cut = output(List.of("", "z" + smile.repeat(40_000)));
        assertEquals(2, cut.size());
        assertEquals("z" + smile.repeat((32 << 10) / 2 - 1), cut.getLast());
    }

    private static List<String> output(List<String> lines) {
        return told(Scenes.saying("", lines), "api").targets().getFirst().output();
    }

    @Test
    void of_very_many_processes_the_largest_are_told() {
        List<ProcessFacts> tree = new ArrayList<>();
        for (int pid = 1; pid <= 2000; pid++) {
            var size = new ByteSize((long) pid * 7919 % 2000 * 4096);
            tree.add(new ProcessFacts(new ProcessId(pid, 0), 1, "x", size, 0, 1, 0));
        }
        Scene scene = Scenes.saying("", List.of());
        Watched one = scene.targets().getFirst();
        Watched many =
                new Watched(
                        one.name(),
                        one.state(),
                        one.pid(),
                        one.command(),
                        one.use(),
                        one.detector(),
                        one.interval(),
                        one.processes(),
                        one.restarts(),
                        one.uptime(),
                        one.ending(),
                        one.heldBy(),
                        one.cost(),
                        tree,
                        one.output());
        Scene crowded =
                new Scene(
                        scene.at(),
                        scene.version(),
                        scene.outlets(),
                        scene.machine(),
                        scene.own(),
                        List.of(many),
                        scene.events());
        List<ProcessFacts> told = told(crowded, "api").targets().getFirst().tree();
        assertEquals(
                tree.stream().filter(process -> process.resident().bytes() >= 1500 * 4096).toList(),
                told);
    }

    @Test
    void only_the_selected_target_has_its_whole_history() {
        Scene told = told(Scenes.climbing(3), "target-1");
        assertEquals(600, told.targets().get(1).use().history().points().size());
        for (int other : List.of(0, 2)) {
            History history = told.targets().get(other).use().history();
            assertTrue(history.points().size() <= 40, history::toString);
            assertEquals(699, history.lastSecond());
        }
        assertEquals(
                600,
                told(Scenes.climbing(1), "").targets().getFirst().use().history().points().size());
    }

    @Test
    void a_thousand_targets_fit_into_a_reply() {
        String json = SceneJson.of(Scenes.climbing(1000), "target-0");
        assertTrue(json.length() < 1 << 20, "characters: " + json.length());
        assertEquals(1000, SceneReply.read(json).targets().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ERR unknown-verb",
                "[]",
                "{}",
                "{\"targets\":[]}",
                "{\"targets\":1,\"events\":[]}",
                "{\"targets\":[],\"events\":[]} x",
                "{\"ok\":false,\"error\":\"unknown-verb\",\"text\":\"there is no 'top'\"}"
            })
    void anything_else_is_no_scene(String text) {
        assertThrows(IllegalArgumentException.class, () -> SceneReply.read(text));
    }

    @Test
    void what_is_nested_without_end_is_no_scene() {
        String text = "{\"targets\":" + "[".repeat(1_000_000);
        assertThrows(IllegalArgumentException.class, () -> SceneReply.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"\"}",
                "{\"name\":\"a b\"}",
                "{\"name\":\"$(reboot)\"}",
                "{\"name\":1}",
                "{}",
                "1"
            })
    void what_has_no_possible_name_is_neither_target_nor_event(String one) {
        Scene scene = SceneReply.read("{\"targets\":[%1$s],\"events\":[%1$s]}".formatted(one));
        assertEquals(List.of(), scene.targets());
        assertEquals(List.of(), scene.events());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1\"", "-1", "null", "[]", "{}", "[-1]", "[\"x\"]", "1e999", "[1e999]", "true"
            })
    void a_value_of_another_kind_is_not_told(String value) {
        Watched nothing = target("\"x\":1");
        String facts =
                "'pid':V,'used_bytes':V,'limit_bytes':V,'growth_bytes_per_second':V,'processes':V,"
                        + "'restarts':V,'uptime':V,'interval_seconds':V,'seconds':V,'peaks':V,'tree':V";
        assertEquals(nothing, target(facts.replace('\'', '"').replace("V", value)));
    }

    @Test
    void a_time_that_is_to_come_is_none_and_points_have_an_order() {
        Watched told = target("\"seconds\":[7,3,7,9,500],\"peaks\":[1,2,3,4,5]");
        assertEquals(List.of(point(7, 1), point(9, 4)), told.use().history().points());
        assertEquals(9, told.use().history().lastSecond());
    }

    private static History.Point point(long second, long bytes) {
        return new History.Point(second, new ByteSize(bytes));
    }

    @Test
    void nobody_comes_twice_in_a_tree() {
        Watched told = target("\"tree\":[{\"pid\":1},{\"pid\":2,\"parent\":1},{\"pid\":2}]");
        assertEquals(2, told.tree().size());
    }

    @Test
    void growth_without_more_is_told_all_the_same() {
        assertEquals(new Trend.TooEarly(), target("\"fit\":1").use().trend());
        assertEquals(
                new Trend.Growing(3, 0, Optional.empty()),
                target("\"growth_bytes_per_second\":3").use().trend());
    }
}
