package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sentinel.model.ProcessId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// Who belongs to a target is to be seen in the snapshot.
class MembersTest {

    private static final ProcessId ROOT = new ProcessId(100, 100);
    private static final ProcessId CHILD = new ProcessId(200, 200);

    @TempDir Path proc;
    private World world;

    @BeforeEach
    void startWithAChild() {
        world = new World(proc, World.target("leaker", "512M"));
        assertEquals(Set.of(), world.status().members());
        world.tick().fork(200, 100).pass(World.INTERVAL);
    }

    @Test
    void whoever_is_in_the_tree_is_published() {
        assertEquals(Set.of(ROOT, CHILD), world.status().members());
    }

    /// The memory and the number of processes stay the same, and nothing else would be news.
    @Test
    void one_in_the_place_of_another_is_news() {
        world.exit(200, 0).fork(201, 100).pass(World.INTERVAL);
        assertEquals(Set.of(ROOT, new ProcessId(201, 201)), world.status().members());
    }

    @Test
    void as_long_as_nobody_comes_or_goes_the_set_is_not_made_anew() {
        Set<ProcessId> before = world.status().members();
        world.uses(100, "5M").pass(World.INTERVAL);
        assertEquals("6.0 MiB", world.status().resident().toString());
        assertSame(before, world.status().members());
    }

    @Test
    void nobody_is_left_of_a_target_that_is_gone() {
        world.exit(200, 0).exit(100, 0).pass(Duration.ofSeconds(1));
        assertEquals("GONE", world.status().state().word());
        assertEquals(Set.of(), world.status().members());
    }
}
