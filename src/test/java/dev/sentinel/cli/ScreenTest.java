package dev.sentinel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Map;

class ScreenTest {

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    @Test
    void a_terminal_has_colours_unless_its_user_wants_none() {
        assertEquals(new Screen(true, 120, 40, true), Screen.ofTerminal(40, 120, XTERM));
        assertEquals(
                new Screen(true, 120, 40, false),
                Screen.ofTerminal(40, 120, Map.of("TERM", "xterm", "NO_COLOR", "")));
    }

    @Test
    void a_dumb_one_is_not_drawn_over() {
        assertEquals(new Screen(false, 120, 40, false), Screen.ofTerminal(40, 120, Map.of()));
    }

    @Test
    void one_that_does_not_tell_its_size_has_the_usual_one() {
        assertEquals(new Screen(true, 80, 24, true), Screen.ofTerminal(0, 0, XTERM));
    }
}
