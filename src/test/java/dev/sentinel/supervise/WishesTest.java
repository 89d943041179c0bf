package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Command;
import dev.sentinel.model.CommandExit;
import dev.sentinel.model.Event;
import dev.sentinel.model.Received;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.Tally;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Restarts, signals and limits that somebody asks for.
class WishesTest {

    private static final Requester SOMEBODY = Requester.at("test");
    private static final Command RESTART = new Command.Restart("leaker", SOMEBODY);
    private static final Command STOP =
            new Command.Stop("leaker", new StopCause.Requested(SOMEBODY));

    @TempDir Path proc;

    private World world(String limit) {
        return new World(proc, World.target("leaker", limit)).tick();
    }

    @Test
    void a_restart_ends_the_tree_and_starts_the_command_again() {
        World world = world("512M").fork(200, 100);
        world.pass(World.INTERVAL).wish(RESTART).pass(World.INTERVAL);
        assertEquals(List.of("SIGTERM 100", "SIGTERM 200"), world.sentInEarnest());
        assertEquals("RUNNING", world.status().state().word());
        assertEquals(101, world.status().state().running().orElseThrow().pid());
        assertEquals(2, world.status().tally().starts());
        assertEquals(
                List.of("started", "client", "term", "exited", "ended", "restarted"), told(world));
    }

    @Test
    void a_new_life_is_guarded_like_the_first() {
        World world = world("100M").wish(RESTART).pass(World.INTERVAL);
        world.uses(101, "150M").pass(Duration.ofSeconds(1));
        assertEquals(List.of("SIGTERM 100", "SIGTERM 101"), world.sentInEarnest());
        assertTrue(world.supervisor().latest().allGone());
    }

    @Test
    void a_restart_counts_and_so_does_what_ended_the_life_before() {
        World world = world("512M").pass(Duration.ofSeconds(2));
        world.deafToTerm.add(100L);
        world.wish(RESTART).pass(Duration.ofSeconds(4));
        assertEquals("RUNNING", world.status().state().word());
        assertEquals(1, world.status().tally().restarts().of(Tally.Again.MANUAL));
        Duration noticed = Duration.ofMillis(20);
        assertEquals(World.GRACE.plus(noticed), world.status().tally().endings().sum());
        CommandExit exit = world.status().lastExit().orElseThrow();
        assertEquals(137, exit.status().shellCode());
        assertEquals(Duration.ofSeconds(5).plus(noticed), exit.at().sinceStart());
    }

    @Test
    void memory_is_one_story_over_all_lives() {
        World world = world("512M").uses(100, "300M").pass(Duration.ofSeconds(2));
        world.wish(RESTART).pass(Duration.ofSeconds(3));
        assertEquals("1.0 MiB", world.status().memory().peak().toString());
        assertEquals(300L << 20, world.status().memory().history().highest(2, 1, 1)[0]);
        assertEquals(1L << 20, world.status().memory().history().highest(5, 1, 1)[0]);
    }

    @Test
    void a_restart_after_a_breach_starts_the_command_again() {
        World world = world("100M").uses(100, "150M");
        world.deafToTerm.add(100L);
        world.pass(World.INTERVAL).wish(RESTART).pass(World.GRACE.plus(World.INTERVAL));
        assertEquals("RUNNING", world.status().state().word());
        assertEquals(1, world.status().memory().detection().latency().count());
    }

    @Test
    void however_many_ask_for_a_restart_there_is_one_process() {
        World world = world("512M");
        for (int asked = 0; asked < 20; asked++) {
            world.supervisor().offer(RESTART);
        }
        world.pass(Duration.ofSeconds(1));
        assertEquals(2, world.status().tally().starts());
        assertEquals(List.of("SIGTERM 100"), world.sentInEarnest());
    }

    @Test
    void a_stop_amid_restarts_leaves_nothing() {
        World world = world("512M");
        world.deafToTerm.add(100L);
        world.wish(RESTART).wish(STOP).wish(RESTART).pass(Duration.ofSeconds(4));
        assertTrue(world.supervisor().latest().allGone());
        assertEquals(1, world.status().tally().starts());
    }

    @Test
    void what_is_gone_can_be_started_again_while_others_run() {
        World world = new World(proc, World.target("leaker", "1G"), World.target("b", "1G"));
        world.tick().wish(STOP).pass(World.INTERVAL);
        assertEquals("GONE", world.status().state().word());
        world.wish(RESTART).pass(World.INTERVAL);
        assertEquals("RUNNING", world.status().state().word());
    }

    @Test
    void once_sentinel_is_to_end_nothing_is_started_any_more() {
        World world = world("512M");
        world.deafToTerm.add(100L);
        var end = new StopCause.Signalled(Received.alone(Signal.INT));
        world.wish(new Command.Stop("", end)).wish(RESTART).pass(Duration.ofSeconds(4));
        assertTrue(world.supervisor().latest().allGone());
    }

    @Test
    void a_smaller_limit_counts_at_once() {
        World world = world("512M").uses(100, "200M").pass(World.INTERVAL);
        world.wish(limit("100M"));
        assertEquals("100.0 MiB", world.status().target().limit().memory().toString());
        assertEquals(List.of("SIGTERM 100"), world.sentInEarnest());
        assertEquals(
                List.of("started", "client", "limit-changed", "breach", "term", "exited"),
                told(world.pass(World.INTERVAL)).subList(0, 6));
    }

    @Test
    void a_larger_limit_comes_in_time_and_holds_in_the_next_life() {
        World world = world("100M").wish(limit("1G"));
        world.uses(100, "200M").pass(Duration.ofSeconds(1));
        world.wish(RESTART).pass(World.INTERVAL);
        world.uses(101, "200M").pass(Duration.ofSeconds(1));
        assertEquals("RUNNING", world.status().state().word());
        assertEquals(List.of("SIGTERM 100"), world.sentInEarnest());
    }

    @Test
    void a_limit_can_be_taken_away() {
        World world = world("100M").wish(limit("0"));
        world.uses(100, "200M").pass(Duration.ofSeconds(1));
        assertEquals("RUNNING", world.status().state().word());
    }

    @Test
    void a_signal_goes_to_the_command_alone() {
        World world = world("512M").fork(200, 100);
        world.wish(new Command.Send("leaker", Signal.parse("USR1"), SOMEBODY));
        assertEquals(List.of("SIGUSR1 100"), world.sent);
        assertFalse(world.supervisor().latest().allGone());
        assertEquals(
                new Event.Signalled(Signal.parse("USR1"), true), world.events().getLast().what());
    }

    private static List<String> told(World world) {
        return world.events().stream().map(event -> event.what().word()).toList();
    }

    private static Command limit(String size) {
        return new Command.SetLimit("leaker", ByteSize.parse(size, ByteSize.ZERO), SOMEBODY);
    }
}
