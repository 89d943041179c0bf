package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.scene.Scene;
import dev.sentinel.scene.SceneJson;
import dev.sentinel.scene.SceneReply;
import dev.sentinel.scene.Scenes;
import dev.sentinel.scene.Spoiled;
import dev.sentinel.view.Printable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/// Scenes that have come over a socket, on the screen.
class RemoteSceneTest {

    @Test
    void a_screen_is_the_same_here_and_at_the_other_end() {
        for (Scene here : List.of(Scenes.rich(), Scenes.bare())) {
            assertLooksLike(here, SceneReply.read(SceneJson.of(here, "")));
        }
    }

    @Test
    void a_hostile_text_looks_as_it_does_when_it_is_harmless() {
        List<String> output = List.of(Scenes.HOSTILE, "\u001b[31mred");
        Scene told = SceneReply.read(SceneJson.of(Scenes.saying(Scenes.HOSTILE, output), ""));
        assertLooksLike(Scenes.saying(Printable.text(Scenes.HOSTILE), output), told);
    }

    private static void assertLooksLike(Scene here, Scene there) {
        for (String tab : List.of("l", "e", "t", "g")) {
            assertEquals(Screens.of(here, 160, 50, tab), Screens.of(there, 160, 50, tab));
        }
    }

    /// Each seed spoils a good reply in other ways.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_spoiled_reply_is_refused_or_drawn_and_acts_on_no_terminal(long seed) {
        Random random = new Random(seed);
        String good = SceneJson.of(Scenes.rich(), "leaker");
        int drawn = 0;
        for (int round = 0; round < 150; round++) {
            String spoiled = Spoiled.of(good, random);
            try {
                Scene scene = SceneReply.read(spoiled);
                String tab = List.of("l", "e", "t", "g").get(random.nextInt(4));
                String screen = Screens.of(scene, 100 + 60 * random.nextInt(2), 40, tab);
                assertFalse(screen.contains("\u001b"), spoiled);
                drawn++;
            } catch (IllegalArgumentException refused) {
                String reason = String.valueOf(refused.getMessage());
                assertTrue(reason.matches("not JSON|no targets .*"), spoiled);
            }
        }
        assertTrue(drawn > 20 && drawn < 150, "drawn: " + drawn);
    }

    @Test
    void what_is_wrong_with_it_is_told_as_long_as_it_is_so() {
        Scene scene = Scenes.rich();
        Controls controls = new Controls(false);
        controls.remark("gone for 5 s");
        assertTrue(footer(controls, scene).startsWith(" gone for 5 s "));
        controls.notice("done");
        assertTrue(footer(controls, scene).startsWith(" gone for 5 s  done "));
        controls.press("l", scene);
        assertTrue(footer(controls, scene).startsWith(" gone for 5 s "));
        controls.remark("");
        assertFalse(footer(controls, scene).contains("gone"));
    }

    private static String footer(Controls controls, Scene scene) {
        return Screens.of(controls.screenful(scene), 100, 30).lines().toList().getLast();
    }
}
