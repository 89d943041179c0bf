package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Command;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.IntStream;

/// What opens in front of the screen, and how it is answered.
class DialogTest {

    private static final Requester HERE = Requester.at("dashboard");

    private final User user = new User();

    @Test
    void a_signal_is_chosen_from_a_list_and_asked_for() {
        user.press("x", "Down", "Down", "Up");
        assertTrue(user.screen().contains("signal for leaker"), user.screen());
        user.press("Enter");
        assertTrue(user.screen().contains("send SIGINT to leaker? [y/N]"), user.screen());
        assertEquals(User.wish(new Command.Send("leaker", Signal.INT, HERE)), user.press("y"));
    }

    @Test
    void the_list_of_signals_goes_round() {
        user.press("x", "Up", "Enter");
        assertTrue(user.screen().contains("send SIGTERM to leaker? [y/N]"), user.screen());
    }

    @Test
    void a_limit_is_written_and_asked_for() {
        user.press("m");
        user.write("60x");
        user.press("Backspace");
        user.write("0M");
        user.press("Enter");
        assertTrue(
                user.screen().contains("set a limit of 600.0 MiB for leaker? [y/N]"),
                user.screen());
        var expected = new Command.SetLimit("leaker", ByteSize.ofMebibytes(600), HERE);
        assertEquals(User.wish(expected), user.press("y"));
    }

    @Test
    void no_limit_is_called_so() {
        user.press("m", "0", "Enter");
        assertTrue(user.screen().contains("set no limit for leaker? [y/N]"), user.screen());
    }

    @Test
    void a_share_of_the_machine_is_a_limit() {
        user.press("m");
        user.write("50%");
        user.press("Enter");
        assertTrue(user.screen().contains("set a limit of 8.00 GiB for leaker?"), user.screen());
    }

    @ParameterizedTest
    @CsvSource({"much, 'much' is not a size", "900%, '900%' is more than there is"})
    void a_limit_that_makes_no_sense_can_be_written_again(String text, String complaint) {
        user.press("m");
        user.write(text);
        user.press("Enter");
        assertTrue(user.screen().contains(complaint), user.screen());
        assertTrue(user.screen().contains(": " + text), user.screen());
    }

    @Test
    void an_empty_limit_and_escape_change_nothing() {
        assertEquals(Deed.NONE, user.press("m", "Enter"));
        assertEquals(Deed.NONE, user.press("m", "9", "Esc", "Enter"));
        assertFalse(user.screen().contains("limit of"), user.screen());
    }

    @Test
    void a_written_line_is_bounded_and_takes_letters_only() {
        user.press("\\");
        IntStream.range(0, 200).forEach(_ -> user.press("a"));
        user.press("Up", "F5", "Space");
        var prompt =
                assertInstanceOf(
                        Dialog.Prompt.class,
                        user.controls.screenful(user.now).dialog().orElseThrow());
        assertEquals(128, prompt.text().length());
    }

    @Test
    void the_help_lists_every_key_and_goes_away_with_any() {
        String help = Screens.of(user.now, 120, Key.values().length + 6, "?");
        for (Key key : Key.values()) {
            assertTrue(help.contains("│ " + key.presses() + " "), key.name());
            assertTrue(help.contains(key.text()), key.name());
        }
        user.press("?", "Down", "Down", "x");
        assertFalse(user.screen().contains("┌"), user.screen());
    }

    @Test
    void a_help_that_is_longer_than_the_screen_scrolls() {
        user.press("?");
        assertFalse(
                Screens.of(user.controls.screenful(user.now), 80, 12).contains("take the mouse"));
        IntStream.range(0, 30).forEach(_ -> user.press("Down"));
        assertTrue(
                Screens.of(user.controls.screenful(user.now), 80, 12).contains("take the mouse"));
    }
}
