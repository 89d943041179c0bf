package dev.sentinel.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.Limit;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.TargetStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class ReadinessTest {

    private static Optional<String> after(Duration age, TargetStatus target) {
        Snapshot snapshot = Snapshots.of(target);
        return Readiness.missing(snapshot, Snapshots.NOW.plus(age));
    }

    @Test
    void a_target_that_has_been_looked_at_makes_it_ready() {
        assertEquals(Optional.empty(), after(Duration.ZERO, Snapshots.running()));
    }

    @Test
    void one_that_has_not_keeps_it_from_being_ready() {
        assertEquals(
                Optional.of("leaker has not been looked at yet"),
                after(Duration.ZERO, Snapshots.starting()));
    }

    @Test
    void one_that_is_gone_does_not() {
        Limit limit = Snapshots.LIMIT;
        assertEquals(
                Optional.empty(), after(Duration.ZERO, Snapshots.in(Snapshots.gone(), limit, 540)));
    }

    @Test
    void a_loop_that_stands_still_is_noticed() {
        assertEquals(Optional.empty(), after(Duration.ofSeconds(3), Snapshots.running()));
        assertEquals(
                Optional.of("the last look was 12 s ago, although one is due every 1 s"),
                after(Duration.ofSeconds(12), Snapshots.running()));
    }

    @Test
    void who_looks_seldom_by_wish_may_take_that_long() {
        TargetStatus calm = every(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), after(Duration.ofSeconds(170), calm));
        assertEquals(
                Optional.of("the last look was 190 s ago, although one is due every 60 s"),
                after(Duration.ofSeconds(190), calm));
    }

    private static TargetStatus every(Duration interval) {
        TargetStatus status = Snapshots.running();
        return new TargetStatus(
                status.target(),
                status.state(),
                status.memory(),
                status.members(),
                interval,
                status.tally(),
                status.start(),
                status.lastExit(),
                status.heldBy(),
                status.log());
    }
}
