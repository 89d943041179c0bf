package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class EventsTest {

    @TempDir Path proc;

    @Test
    void what_happens_is_numbered_and_in_the_snapshot_at_once() {
        World world = new World(proc, World.target("leaker", "100M")).tick();
        world.uses(100, "200M").deafToTerm.add(100L);
        world.pass(World.INTERVAL);
        assertEquals(List.of("1 started", "2 breach", "3 term"), told(world));
        world.pass(World.GRACE).pass(World.INTERVAL);
        assertEquals(
                List.of("1 started", "2 breach", "3 term", "4 kill", "5 exited", "6 ended"),
                told(world));
    }

    private static List<String> told(World world) {
        return world.events().stream()
                .map(event -> event.number() + " " + event.what().word())
                .toList();
    }
}
