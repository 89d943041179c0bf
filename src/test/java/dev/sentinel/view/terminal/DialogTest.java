package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Command;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Snapshots;
import dev.sentinel.scene.Scene;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.IntStream;

/// What opens in front of the screen, and how it is answered.
class DialogTest {

    private static final Requester HERE = Requester.at("dashboard");

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
    void a_signal_is_chosen_from_a_list_and_asked_for() {
        press("x", "Down", "Down", "Up");
        assertTrue(screen().contains("signal for leaker"), screen());
        press("Enter");
        assertTrue(screen().contains("send SIGINT to leaker? [y/N]"), screen());
        assertEquals(wish(new Command.Send("leaker", Signal.INT, HERE)), press("y"));
    }

    @Test
    void the_list_of_signals_goes_round() {
        press("x", "Up", "Enter");
        assertTrue(screen().contains("send SIGTERM to leaker? [y/N]"), screen());
    }

    @Test
    void a_limit_is_written_and_asked_for() {
        press("m");
        write("60x");
        press("Backspace");
        write("0M");
        press("Enter");
        assertTrue(screen().contains("set a limit of 600.0 MiB for leaker? [y/N]"), screen());
        var expected = new Command.SetLimit("leaker", ByteSize.ofMebibytes(600), HERE);
        assertEquals(wish(expected), press("y"));
    }

    @Test
    void no_limit_is_called_so() {
        press("m", "0", "Enter");
        assertTrue(screen().contains("set no limit for leaker? [y/N]"), screen());
    }

    @Test
    void a_share_of_the_machine_is_a_limit() {
        press("m");
        write("50%");
        press("Enter");
        assertTrue(screen().contains("set a limit of 8.00 GiB for leaker?"), screen());
    }

    @ParameterizedTest
    @CsvSource({"much, 'much' is not a size", "900%, '900%' is more than there is"})
    void a_limit_that_makes_no_sense_can_be_written_again(String text, String complaint) {
        press("m");
        write(text);
        press("Enter");
        assertTrue(screen().contains(complaint), screen());
        assertTrue(screen().contains(": " + text), screen());
    }

    @Test
    void an_empty_limit_and_escape_change_nothing() {
        assertEquals(Deed.NONE, press("m", "Enter"));
        assertEquals(Deed.NONE, press("m", "9", "Esc", "Enter"));
        assertFalse(screen().contains("limit of"), screen());
    }

    @Test
    void a_written_line_is_bounded_and_takes_letters_only() {
        press("\\");
        IntStream.range(0, 200).forEach(_ -> press("a"));
        press("Up", "F5", "Space");
        var prompt =
                assertInstanceOf(
                        Dialog.Prompt.class, controls.screenful(now).dialog().orElseThrow());
        assertEquals(128, prompt.text().length());
    }

    @Test
    void the_help_lists_every_key_and_goes_away_with_any() {
        String help = Screens.of(now, 120, Key.values().length + 6, "?");
        for (Key key : Key.values()) {
            assertTrue(help.contains("│ " + key.presses() + " "), key.name());
            assertTrue(help.contains(key.text()), key.name());
        }
        press("?", "Down", "Down", "x");
        assertFalse(screen().contains("┌"), screen());
    }

    @Test
    void a_help_that_is_longer_than_the_screen_scrolls() {
        press("?");
        assertFalse(Screens.of(controls.screenful(now), 80, 12).contains("take the mouse"));
        IntStream.range(0, 30).forEach(_ -> press("Down"));
        assertTrue(Screens.of(controls.screenful(now), 80, 12).contains("take the mouse"));
    }
}
