package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.Command;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.StopCause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

/// What keys do.
class ControlsTest {

    private static final Requester HERE = Requester.at("dashboard");
    private static final StopCause ASKED = new StopCause.Requested(HERE);

    private final User user = new User();

    @Test
    void what_ends_something_asks_first_and_takes_yes_for_an_answer_alone() {
        assertEquals(Deed.NONE, user.press("s"));
        assertTrue(user.screen().contains(" stop leaker? [y/N]"), user.screen());
        assertEquals(User.wish(new Command.Stop("leaker", ASKED)), user.press("y"));
        assertFalse(user.screen().contains("[y/N]"));
        for (String no : List.of("n", "Esc", "Enter", "Space", "s", "q")) {
            user.press("s");
            assertEquals(Deed.NONE, user.press(no), no);
            assertFalse(user.screen().contains("[y/N]"), no);
        }
    }

    @Test
    void each_wish_is_for_the_selected_target() {
        user.press("Down");
        assertEquals(User.wish(new Command.Restart("api", HERE)), user.press("r", "y"));
        assertEquals(User.wish(new Command.Kill("api", ASKED)), user.press("K", "Y"));
        assertEquals(User.wish(new Command.Stop("api", ASKED)), user.press("s", "y"));
    }

    @Test
    void leaving_asks_while_something_runs() {
        assertEquals(Deed.NONE, user.press("q"));
        assertTrue(
                user.screen().contains("leaker, api, worker still run; stop them and quit? [y/N]"),
                user.screen());
        assertEquals(new Deed.Quit(new Command.Stop("", ASKED)), user.press("y"));
        user.now = Screens.scene(Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 1));
        assertEquals(new Deed.Leave(), user.press("q"));
    }

    @Test
    void who_looks_at_another_sentinel_just_leaves() {
        assertEquals(new Deed.Leave(), new Controls(false).press("q", user.now));
    }

    @Test
    void what_has_ended_cannot_be_stopped() {
        user.now = Screens.scene(Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 1));
        user.press("s");
        assertTrue(user.screen().contains("leaker has ended"), user.screen());
    }

    @Test
    void a_filter_lists_names_and_states_that_contain_it() {
        user.press("\\");
        user.write("WORK");
        user.press("Enter");
        assertFalse(user.screen().contains(" api "), user.screen());
        assertTrue(user.screen().contains("memory of worker"), user.screen());
        assertTrue(user.screen().contains("only 'WORK'"), user.screen());
        user.press("Esc");
        assertTrue(user.screen().contains(" api "), user.screen());
    }

    @Test
    void a_filter_that_nobody_passes_says_so() {
        user.press("\\", "z", "z", "Enter");
        assertTrue(
                user.screen().contains("no name or state contains 'zz'; Esc lists all"),
                user.screen());
        assertEquals(Deed.NONE, user.press("s"));
        assertTrue(user.screen().contains("no target is selected"), user.screen());
    }

    @Test
    void targets_are_found_by_name_around_the_end() {
        user.now =
                Screens.scene(
                        Snapshots.leaking(),
                        Snapshots.called("api"),
                        Snapshots.called("worker"),
                        Snapshots.called("reaper"));
        user.press("l", "/");
        user.write("r");
        user.press("Enter");
        assertEquals("worker", selected());
        for (String next : List.of("reaper", "leaker", "worker")) {
            user.press("n");
            assertEquals(next, selected());
        }
        for (String former : List.of("leaker", "reaper", "worker")) {
            user.press("N");
            assertEquals(former, selected());
        }
    }

    private String selected() {
        user.screen();
        return user.controls.selected();
    }

    @Test
    void text_is_found_in_the_log_from_the_newest_line_on() {
        List<String> lines =
                IntStream.rangeClosed(1, 90).mapToObj(number -> "line " + number).toList();
        user.now = Screens.scene(Snapshots.printing(Snapshots.running(), lines));
        user.press("/");
        user.write("7");
        user.press("Enter");
        assertTrue(user.screen().contains("line 87\n"), user.screen());
        assertFalse(user.screen().contains("line 88\n"), user.screen());
        user.press("n");
        assertFalse(user.screen().contains("line 80\n"), user.screen());
        user.press("N");
        assertTrue(user.screen().contains("line 87\n"), user.screen());
        user.press("N");
        assertTrue(user.screen().contains("no newer line has '7'"), user.screen());
    }

    @Test
    void what_was_scrolled_to_stays_whatever_is_printed() {
        List<String> lines =
                IntStream.rangeClosed(1, 90).mapToObj(number -> "line " + number).toList();
        user.now = Screens.scene(Snapshots.printing(Snapshots.running(), lines));
        user.press("PgUp");
        assertTrue(user.screen().contains("line 80\n"), user.screen());
        user.now = Screens.scene(Snapshots.printing(Snapshots.running(), lines.subList(50, 90)));
        assertTrue(user.screen().contains("line 80\n"), user.screen());
        assertTrue(user.screen().contains("stays; F follows"), user.screen());
        user.press("F");
        assertTrue(user.screen().contains("line 90\n"), user.screen());
        user.press("Home");
        assertTrue(user.screen().contains("line 51\n"), user.screen());
        user.press("End");
        assertTrue(user.screen().contains("line 90\n"), user.screen());
    }

    @Test
    void a_paused_picture_stays_and_its_wishes_are_for_now() {
        user.press("Space");
        user.now = Screens.scene(Snapshots.in(Snapshots.gone(), Snapshots.LIMIT, 1));
        assertTrue(user.screen().contains("RUNNING"), user.screen());
        assertTrue(user.screen().contains("PAUSED"), user.screen());
        user.press("s");
        assertTrue(user.screen().contains("leaker has ended"), user.screen());
        user.press("Space");
        assertTrue(user.screen().contains("GONE"), user.screen());
    }

    @Test
    void a_part_opens_and_closes_with_its_key() {
        user.press("e");
        assertTrue(user.screen().contains("─ events ─"), user.screen());
        user.press("e");
        assertFalse(user.screen().contains("─ events ─"), user.screen());
        assertFalse(user.screen().contains("─ graph "), user.screen());
        user.press("Tab", "Tab");
        assertTrue(user.screen().contains("─ tree "), user.screen());
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "F6"})
    void the_table_is_sorted_by_one_column_after_the_other(String key) {
        user.press(key);
        assertTrue(user.screen().contains("▼NAME"), user.screen());
        assertTrue(
                user.screen().indexOf(" api ") < user.screen().indexOf(" leaker "), user.screen());
        user.press("I");
        assertTrue(user.screen().contains("▲NAME"), user.screen());
        assertTrue(
                user.screen().indexOf(" worker ") < user.screen().indexOf(" api "), user.screen());
        user.press("<", "<");
        assertTrue(user.screen().contains("▲UPTIME"), user.screen());
    }

    @Test
    void the_mouse_is_taken_and_let_go() {
        assertEquals(new Deed.Mouse(true), user.press("M"));
        assertEquals(new Deed.Mouse(false), user.press("M"));
    }

    @Test
    void keys_that_mean_nothing_do_nothing() {
        String before = user.screen();
        user.press("Z", "F12", "", "C-s", "é");
        assertEquals(before, user.screen());
    }

    @Test
    void a_tree_begins_at_its_top_and_ends_at_its_last_process() {
        user.press("t", "End");
        String end = Screens.of(user.controls.screenful(user.now), 80, 10);
        assertTrue(end.contains("└─ worker") && !end.contains("  leaker\n"), end);
        user.press("Home");
        assertTrue(Screens.of(user.controls.screenful(user.now), 80, 10).contains("  leaker\n"));
    }
}
