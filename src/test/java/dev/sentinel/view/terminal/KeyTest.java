package dev.sentinel.view.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class KeyTest {

    @Test
    void no_key_does_two_things() {
        Set<String> known = new HashSet<>();
        for (Key key : Key.values()) {
            for (String press : List.of(key.presses().split(", ", -1))) {
                assertTrue(known.add(press), press);
                assertEquals(Optional.of(key), Key.of(press));
            }
        }
    }
}
