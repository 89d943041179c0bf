package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.Command;
import dev.sentinel.model.Ending;
import dev.sentinel.model.Event;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Requester;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.Survivor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A tree that SIGKILL does not end.
class UnkillableTest {

    private static final StopCause WISH = new StopCause.Requested(Requester.at("test"));
    private static final Duration PATIENCE = World.GRACE.plusSeconds(2);

    @TempDir Path proc;

    private World stuck() {
        World world = new World(proc, World.target("leaker", "512M")).tick();
        world.stuck.add(100L);
        return world;
    }

    private static World stopped(World world) {
        world.supervisor().offer(new Command.Stop("", WISH));
        return world.tick();
    }

    private static String state(World world) {
        return world.status().state().word();
    }

    private static List<Event.Happening> survived(World world) {
        return world.events().stream()
                .map(Event::what)
                .filter(Event.Survived.class::isInstance)
                .toList();
    }

    @Test
    void it_is_told_once_when_nobody_can_hope_any_more() {
        World world = stopped(stuck()).pass(PATIENCE.minusMillis(1));
        assertEquals("KILLING", state(world));
        assertEquals(0, world.status().killSurvivors());
        world.pass(Duration.ofMillis(100));
        assertEquals("UNKILLABLE", state(world));
        assertEquals(1, world.status().killSurvivors());
        world.pass(Duration.ofSeconds(60));
        assertEquals(List.of(new Event.Survived(List.of(new Survivor(100, "x")))), survived(world));
    }

    @Test
    void it_is_looked_at_once_a_second_and_sampling_goes_on() {
        World world = stopped(stuck()).pass(PATIENCE.plusMillis(100));
        long before = world.status().tally().samples();
        world.uses(100, "170M").pass(Duration.ofSeconds(10));
        assertEquals(10, world.status().tally().samples() - before);
        assertEquals(Duration.ofSeconds(1), world.status().interval());
        assertEquals("170.0 MiB", world.status().resident().toString());
    }

    @Test
    void whoever_may_not_be_signalled_is_tried_once_a_second() {
        World world = new World(proc, World.target("leaker", "512M")).tick();
        world.forbidden.add(100L);
        stopped(world).pass(PATIENCE.plusMillis(100));
        int before = world.killTries;
        world.pass(Duration.ofSeconds(10));
        assertEquals(10, world.killTries - before);
        world.forbidden.clear();
        world.pass(Duration.ofMillis(1100));
        assertTrue(world.status().gone());
    }

    @Test
    void survivors_are_counted_anew_as_they_go() {
        World world = stuck().fork(200, 100).fork(300, 100).pass(World.INTERVAL);
        world.stuck.add(200L);
        stopped(world).pass(PATIENCE.plusMillis(100));
        assertEquals(2, world.status().killSurvivors());
        world.exit(200, 137).pass(Duration.ofSeconds(1));
        assertEquals(1, world.status().killSurvivors());
    }

    @Test
    void when_it_goes_at_last_it_has_been_killed() {
        World world = stopped(stuck()).pass(Duration.ofSeconds(20));
        world.exit(100, 137).pass(Duration.ofMillis(1100));
        var gone = assertInstanceOf(ChildState.Gone.class, world.status().state());
        var ending = assertInstanceOf(Ending.Stopped.class, gone.ending());
        assertEquals(WISH, ending.cause());
        assertEquals(Optional.of(new ExitStatus(137)), ending.exit());
        assertTrue(ending.killed());
        assertEquals(0, world.status().killSurvivors());
    }

    @Test
    void the_command_may_go_first_and_leave_what_cannot_be_killed() {
        World world = stuck().fork(200, 100).pass(World.INTERVAL);
        world.stuck.add(200L);
        stopped(world).pass(PATIENCE.plusMillis(100));
        world.fork(200, 1).exit(100, 137).pass(Duration.ofSeconds(3));
        assertEquals("UNKILLABLE", state(world));
        world.exit(200, 137).pass(Duration.ofMillis(1100));
        var gone = assertInstanceOf(ChildState.Gone.class, world.status().state());
        var ending = assertInstanceOf(Ending.Stopped.class, gone.ending());
        assertEquals(Optional.of(new ExitStatus(137)), ending.exit());
    }

    @Test
    void another_wish_changes_nothing() {
        World world = stopped(stuck()).pass(PATIENCE.plusMillis(100));
        ChildState before = world.status().state();
        world.supervisor().offer(new Command.Kill("", WISH));
        world.supervisor().offer(new Command.Stop("", WISH));
        world.tick();
        assertEquals(before, world.status().state());
    }

    @Test
    void a_tree_that_forks_faster_than_it_dies_is_killed_on() {
        World world = new World(proc, World.target("leaker", "512M")).tick();
        // Each dies of SIGKILL, but not before it has forked the next.
        for (long pid = 100; pid < 500; pid++) {
            world.stuck.add(pid);
        }
        stopped(world).pass(World.GRACE.plusMillis(100));
        for (long pid = 101; pid < 500; pid++) {
            world.fork(pid, pid - 1).pass(Duration.ofMillis(20)).exit(pid - 1, 137);
            assertEquals("KILLING", state(world));
        }
    }
}
