package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.Command;
import dev.sentinel.model.Ending;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Requester;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.Tally;
import dev.sentinel.model.TargetStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class SupervisorTest {

    private static final StopCause WISH = new StopCause.Requested(Requester.at("test"));

    @TempDir Path proc;

    private World world(String limit) {
        return new World(proc, World.target("leaker", limit)).tick();
    }

    private static Ending.Stopped stopped(TargetStatus status) {
        var gone = assertInstanceOf(ChildState.Gone.class, status.state());
        return assertInstanceOf(Ending.Stopped.class, gone.ending());
    }

    @Test
    void a_started_child_is_up_and_measured() {
        World world = world("512M").uses(100, "234M").pass(World.INTERVAL);
        assertEquals("RUNNING", world.status().state().word());
        assertEquals("234.0 MiB", world.status().resident().toString());
    }

    @Test
    void the_whole_tree_counts_also_across_generations() {
        World world = world("512M").fork(200, 100).fork(300, 200).fork(999, 1);
        world.uses(100, "10M").uses(200, "20M").uses(300, "30M").uses(999, "400M");
        world.pass(World.INTERVAL);
        assertEquals("60.0 MiB", world.status().resident().toString());
        assertEquals(3, world.status().processes());
    }

    @Test
    void over_the_limit_sends_term_to_the_whole_tree() {
        World world = world("100M").fork(200, 100).uses(200, "150M").pass(World.INTERVAL);
        assertEquals(List.of("SIGTERM 100", "SIGTERM 200"), world.sentInEarnest());
    }

    @Test
    void a_polite_child_gets_no_kill() {
        World world = world("100M").uses(100, "150M").pass(Duration.ofSeconds(10));
        assertEquals(List.of("SIGTERM 100"), world.sentInEarnest());
        assertFalse(stopped(world.status()).killed());
    }

    @Test
    void over_the_limit_sends_term_then_kill_after_grace() {
        World world = world("100M").uses(100, "150M");
        world.deafToTerm.add(100L);
        world.pass(World.GRACE.plus(World.INTERVAL).minusMillis(1));
        assertEquals(List.of("SIGTERM 100"), world.sentInEarnest());
        world.pass(Duration.ofMillis(100));
        assertEquals(List.of("SIGTERM 100", "SIGKILL 100"), world.sentInEarnest());
    }

    @Test
    void words_that_come_after_the_end_are_told() throws InterruptedException {
        World world = world("100M").exit(100, 1).pass(World.INTERVAL);
        assertTrue(world.status().gone());
        world.output.add("why it ended");
        world.supervisor().awaitOutput(Duration.ZERO, world::moment);
        assertEquals(List.of("why it ended"), world.status().output());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -1})
    void a_calendar_that_jumps_by_a_day_moves_no_deadline(long days) {
        World world = world("100M").uses(100, "150M");
        world.deafToTerm.add(100L);
        world.pass(World.INTERVAL).wallJumps(Duration.ofDays(days));
        world.pass(World.GRACE.minusMillis(1));
        assertEquals(List.of("SIGTERM 100"), world.sentInEarnest());
        world.pass(Duration.ofMillis(100));
        assertEquals(List.of("SIGTERM 100", "SIGKILL 100"), world.sentInEarnest());
    }

    @Test
    void a_stopped_process_is_continued_so_that_it_sees_the_signal() {
        World world = world("100M").uses(100, "150M");
        world.deafToTerm.add(100L);
        world.pass(World.INTERVAL);
        assertEquals(List.of("SIGTERM 100", "SIGCONT 100"), world.sent);
    }

    @Test
    void sampling_goes_on_during_the_grace_period() {
        World world = world("100M").uses(100, "150M");
        world.deafToTerm.add(100L);
        world.pass(Duration.ofSeconds(1));
        world.uses(100, "170M").pass(Duration.ofSeconds(1));
        assertEquals("170.0 MiB", world.status().resident().toString());
        assertEquals("STOPPING", world.status().state().word());
    }

    @Test
    void a_child_forked_after_the_signal_is_killed_too() {
        World world = world("100M").uses(100, "150M");
        world.deafToTerm.add(100L);
        world.pass(Duration.ofSeconds(1));
        world.fork(200, 100).pass(World.GRACE);
        assertEquals(List.of("SIGTERM 100", "SIGKILL 100", "SIGKILL 200"), sorted(world));
        assertTrue(world.status().gone());
    }

    private static List<String> sorted(World world) {
        return world.sentInEarnest().stream()
                .sorted((a, b) ->
                        a.startsWith("SIGTERM") ? -1 : b.startsWith("SIGTERM") ? 1 : a.compareTo(b))
                .toList();
    }

    @Test
    void nobody_is_killed_twice() {
        World world = world("100M").uses(100, "150M");
        world.deafToTerm.add(100L);
        world.pass(World.GRACE.plusSeconds(5));
        assertEquals(1, world.sent.stream().filter("SIGKILL 100"::equals).count());
    }

    @Test
    void a_short_peak_is_forgiven_when_the_breach_has_to_last() {
        World world = new World(proc, World.target("leaker", "100M", Duration.ofSeconds(2))).tick();
        world.uses(100, "150M").pass(Duration.ofSeconds(1));
        world.uses(100, "50M").pass(Duration.ofSeconds(1));
        world.uses(100, "150M").pass(Duration.ofMillis(1900));
        assertEquals(List.of(), world.sent);
        world.pass(Duration.ofMillis(300));
        assertEquals(List.of("SIGTERM 100"), world.sentInEarnest());
    }

    @Test
    void a_child_that_ends_by_itself_ends_the_guard_with_its_status() {
        World world = world("512M").exit(100, 3).tick();
        var gone = assertInstanceOf(ChildState.Gone.class, world.status().state());
        var ending = assertInstanceOf(Ending.ByItself.class, gone.ending());
        assertEquals(new ExitStatus(3), ending.exit());
        assertEquals(List.of(), world.sent);
    }

    /// Whose start time is the same too, counted in hundredths of a second.
    @Test
    void a_stranger_who_gets_the_number_of_the_ended_child_is_left_alone() {
        World world = world("512M").exit(100, 7).fork(100, 1).pass(World.GRACE);
        assertEquals(List.of(), world.sent);
        assertTrue(world.supervisor().latest().allGone());
    }

    @Test
    void what_a_child_leaves_behind_is_ended_and_the_child_still_speaks_for_itself() {
        World world = world("512M").fork(200, 100).pass(World.INTERVAL);
        world.fork(200, 1).exit(100, 0).pass(Duration.ofSeconds(1));
        assertEquals(List.of("SIGTERM 200"), world.sentInEarnest());
        assertEquals(new StopCause.LeftBehind(new ExitStatus(0)), stopped(world.status()).cause());
    }

    @Test
    void a_wish_from_outside_stops_the_target_it_names() {
        World world = new World(proc, World.target("a", "512M"), World.target("b", "512M")).tick();
        assertTrue(world.supervisor().offer(new Command.Stop("b", WISH)));
        world.pass(World.INTERVAL);
        assertEquals(List.of("SIGTERM 101"), world.sentInEarnest());
        assertFalse(world.supervisor().latest().allGone());
    }

    @Test
    void a_wish_without_a_name_is_for_all() {
        World world = new World(proc, World.target("a", "512M"), World.target("b", "512M")).tick();
        world.supervisor().offer(new Command.Stop("", WISH));
        world.pass(World.INTERVAL);
        assertTrue(world.supervisor().latest().allGone());
    }

    @Test
    void a_kill_does_not_wait_for_the_grace_period() {
        World world = world("512M");
        world.deafToTerm.add(100L);
        world.supervisor().offer(new Command.Stop("", WISH));
        world.tick().supervisor().offer(new Command.Kill("", WISH));
        world.tick();
        assertEquals(List.of("SIGTERM 100", "SIGKILL 100"), world.sentInEarnest());
    }

    @Test
    void a_stop_that_comes_before_the_start_is_kept() {
        World world = new World(proc, World.target("leaker", "512M"));
        world.supervisor().offer(new Command.Stop("", WISH));
        world.pass(World.INTERVAL);
        assertTrue(world.status().gone());
    }

    @Test
    void too_many_wishes_are_refused_at_once() {
        World world = world("512M");
        boolean taken = true;
        for (int wish = 0; taken && wish < 1000; wish++) {
            taken = world.supervisor().offer(new Command.Stop("nobody", WISH));
        }
        assertFalse(taken);
    }

    @Test
    void what_is_done_is_counted() {
        World world = world("100M").uses(100, "150M");
        world.deafToTerm.add(100L);
        world.pass(World.GRACE.plusSeconds(1));
        Tally tally = world.status().tally();
        assertEquals(
                Optional.of(1L), Optional.of(tally.terminations().of(Tally.Reason.MEMORY_LIMIT)));
        assertEquals(1, tally.signals().of(Tally.Sent.SIGTERM));
        assertEquals(1, tally.signals().of(Tally.Sent.SIGKILL));
        assertTrue(tally.samples() > 30, "samples: " + tally.samples());
    }

    @Test
    void after_the_end_nothing_is_used_but_the_peak_is_remembered() {
        World world = world("100M").uses(100, "150M").pass(Duration.ofSeconds(1));
        assertEquals("0 B", world.status().resident().toString());
        assertEquals("150.0 MiB", world.status().memory().peak().toString());
    }
}
