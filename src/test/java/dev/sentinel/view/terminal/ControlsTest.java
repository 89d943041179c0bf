package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.Command;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.StopCause;
import dev.sentinel.scene.Scene;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

/// What keys do.
class ControlsTest {

    private static final Requester HERE = Requester.at("dashboard");
    private static final StopCause ASKED = new StopCause.Requested(HERE);

    private final Controls controls = new Controls(true);
    private Scene now =
            Screens.scene(Snapshots.leaking(), Snapshots.called("api"), Snapshots.called("worker"));

    private Deed press(String... presses) {
        Deed last = Deed.NONE;
        for (String press : presses) {
            last = controls.press(press, now);
        }
        return last;
    }

    private Deed write(String text) {
        return press(text.split("(?!^)"));
    }

    private String screen() {
        return Screens.of(controls.screenful(now), 100, 30);
    }

    private static Deed wish(Command command) {
        return new Deed.Wish(command);
    }

    @Test
    void what_ends_something_asks_first_and_takes_yes_for_an_answer_alone() {
        assertEquals(Deed.NONE, press("s"));
        assertTrue(screen().contains(" stop leaker? [y/N]"), screen());
        assertEquals(wish(new Command.Stop("leaker", ASKED)), press("y"));
        assertFalse(screen().contains("[y/N]"));
        for (String no : List.of("n", "Esc", "Enter", "Space", "s", "q")) {
            press("s");
            assertEquals(Deed.NONE, press(no), no);
            assertFalse(screen().contains("[y/N]"), no);
        }
    }

    @Test
    void each_wish_is_for_the_selected_target() {
        press("Down");
        assertEquals(wish(new Command.Restart("api", HERE)), press("r", "y"));
        assertEquals(wish(new Command.Kill("api", ASKED)), press("K", "Y"));
        assertEquals(wish(new Command.Stop("api", ASKED)), press("s", "y"));
    }

    @Test
    void leaving_asks_while_something_runs() {
        assertEquals(Deed.NONE, press("q"));
        assertTrue(
                screen().contains("leaker, api, worker still run; stop them and quit? [y/N]"),
                screen());
        assertEquals(new Deed.Quit(new Command.Stop("", ASKED)), press("y"));
        now = Screens.scene(Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 1));
        assertEquals(new Deed.Leave(), press("q"));
    }

    @Test
    void who_looks_at_another_sentinel_just_leaves() {
        assertEquals(new Deed.Leave(), new Controls(false).press("q", now));
    }

    @Test
    void what_has_ended_cannot_be_stopped() {
        now = Screens.scene(Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 1));
        press("s");
        assertTrue(screen().contains("leaker has ended"), screen());
    }

    @Test
    void a_filter_lists_names_and_states_that_contain_it() {
        press("\\");
        write("WORK");
        press("Enter");
        assertFalse(screen().contains(" api "), screen());
        assertTrue(screen().contains("memory of worker"), screen());
        assertTrue(screen().contains("only 'WORK'"), screen());
        press("Esc");
        assertTrue(screen().contains(" api "), screen());
    }

    @Test
    void a_filter_that_nobody_passes_says_so() {
        press("\\", "z", "z", "Enter");
        assertTrue(screen().contains("no name or state contains 'zz'; Esc lists all"), screen());
        assertEquals(Deed.NONE, press("s"));
        assertTrue(screen().contains("no target is selected"), screen());
    }

    @Test
    void targets_are_found_by_name_around_the_end() {
        press("l", "/");
        write("r");
        press("Enter");
        assertEquals("worker", selected());
        press("n");
        assertEquals("leaker", selected());
        press("N");
        assertEquals("worker", selected());
    }

    private String selected() {
        screen();
        return controls.selected();
    }

    @Test
    void text_is_found_in_the_log_from_the_newest_line_on() {
        List<String> lines =
                IntStream.rangeClosed(1, 90).mapToObj(number -> "line " + number).toList();
        now = Screens.scene(Snapshots.printing(Snapshots.running(), lines));
        press("/");
        write("7");
        press("Enter");
        assertTrue(screen().contains("line 87\n"), screen());
        assertFalse(screen().contains("line 88\n"), screen());
        press("n");
        assertFalse(screen().contains("line 80\n"), screen());
        press("N");
        assertTrue(screen().contains("line 87\n"), screen());
        press("N");
        assertTrue(screen().contains("no newer line has '7'"), screen());
    }

    @Test
    void what_was_scrolled_to_stays_whatever_is_printed() {
        List<String> lines =
                IntStream.rangeClosed(1, 90).mapToObj(number -> "line " + number).toList();
        now = Screens.scene(Snapshots.printing(Snapshots.running(), lines));
        press("PgUp");
        assertTrue(screen().contains("line 80\n"), screen());
        now = Screens.scene(Snapshots.printing(Snapshots.running(), lines.subList(50, 90)));
        assertTrue(screen().contains("line 80\n"), screen());
        assertTrue(screen().contains("stays; F follows"), screen());
        press("F");
        assertTrue(screen().contains("line 90\n"), screen());
        press("Home");
        assertTrue(screen().contains("line 51\n"), screen());
        press("End");
        assertTrue(screen().contains("line 90\n"), screen());
    }

    @Test
    void a_paused_picture_stays_and_its_wishes_are_for_now() {
        press("Space");
        now = Screens.scene(Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 1));
        assertTrue(screen().contains("RUNNING"), screen());
        assertTrue(screen().contains("PAUSED"), screen());
        press("s");
        assertTrue(screen().contains("leaker has ended"), screen());
        press("Space");
        assertTrue(screen().contains("GONE"), screen());
    }

    @Test
    void a_part_opens_and_closes_with_its_key() {
        press("e");
        assertTrue(screen().contains("─ events ─"), screen());
        press("e");
        assertFalse(screen().contains("─ events ─"), screen());
        assertFalse(screen().contains("─ graph "), screen());
        press("Tab", "Tab");
        assertTrue(screen().contains("─ tree "), screen());
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "F6"})
    void the_table_is_sorted_by_one_column_after_the_other(String key) {
        press(key);
        assertTrue(screen().contains("▼NAME"), screen());
        assertTrue(screen().indexOf(" api ") < screen().indexOf(" leaker "), screen());
        press("I");
        assertTrue(screen().contains("▲NAME"), screen());
        assertTrue(screen().indexOf(" worker ") < screen().indexOf(" api "), screen());
        press("<", "<");
        assertTrue(screen().contains("▲UPTIME"), screen());
    }

    @Test
    void the_mouse_is_taken_and_let_go() {
        assertEquals(new Deed.Mouse(true), press("M"));
        assertEquals(new Deed.Mouse(false), press("M"));
    }

    @Test
    void keys_that_mean_nothing_do_nothing() {
        String before = screen();
        press("Z", "F12", "", "C-s", "é");
        assertEquals(before, screen());
    }

    @Test
    void a_tree_begins_at_its_top_and_ends_at_its_last_process() {
        press("t", "End");
        String end = Screens.of(controls.screenful(now), 80, 10);
        assertTrue(end.contains("└─ worker") && !end.contains("  leaker\n"), end);
        press("Home");
        assertTrue(Screens.of(controls.screenful(now), 80, 10).contains("  leaker\n"));
    }
}
