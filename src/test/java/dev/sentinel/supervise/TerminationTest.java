package dev.sentinel.supervise;

import static dev.sentinel.supervise.LifecycleTable.ASKED_AT;
import static dev.sentinel.supervise.LifecycleTable.LATE;
import static dev.sentinel.supervise.LifecycleTable.PLAN;
import static dev.sentinel.supervise.LifecycleTest.nameOf;
import static dev.sentinel.supervise.LifecycleTest.namesOf;
import static dev.sentinel.supervise.LifecycleTest.occurrence;
import static dev.sentinel.supervise.LifecycleTest.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.ChildState;
import dev.sentinel.model.Limit;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.Verdict;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// What becomes of a tree when there are two reasons to end it.
class TerminationTest {

    private static final Verdict.Over OVER =
            new Verdict.Over(
                    new MemoryReading(ASKED_AT, ByteSize.ofMebibytes(2), 1),
                    new Limit(ByteSize.ofMebibytes(1), Duration.ZERO));

    @Test
    void a_stop_wins_over_a_restart_whoever_comes_first() {
        Lifecycle lifecycle = new Lifecycle(PLAN);
        ChildState stopFirst =
                lifecycle.step(state("Stopping"), occurrence("RestartAsked"), ASKED_AT).next();
        ChildState restartFirst =
                lifecycle.step(state("Restarting"), occurrence("StopAsked"), ASKED_AT).next();
        for (ChildState ending : List.of(stopFirst, restartFirst)) {
            assertEquals(state("Stopping"), ending);
            ChildState killing = lifecycle.step(ending, occurrence("Late"), LATE).next();
            Step last = lifecycle.step(killing, occurrence("TreeEmpty"), LATE);
            assertInstanceOf(ChildState.Gone.class, last.next());
        }
    }

    @Test
    void a_restart_also_follows_on_a_breach_that_is_being_acted_on() {
        Lifecycle lifecycle = new Lifecycle(PLAN);
        var over = new StopCause.MemoryLimit(OVER);
        ChildState breached =
                lifecycle.step(state("Up"), new Occurrence.StopAsked(over), ASKED_AT).next();
        ChildState stopped = lifecycle.step(breached, occurrence("StopAsked"), ASKED_AT).next();
        assertEquals(breached, stopped, "the breach stays the reason");
        ChildState again = lifecycle.step(breached, occurrence("RestartAsked"), ASKED_AT).next();
        assertEquals("Restarting", nameOf(again));
        assertEquals("Again", nameOf(lifecycle.step(again, occurrence("TreeEmpty"), LATE).next()));
    }

    @Test
    void what_is_killed_on_the_way_to_a_restart_is_started_again_once_it_is_gone() {
        Lifecycle lifecycle = new Lifecycle(PLAN);
        ChildState killing = lifecycle.step(state("Restarting"), occurrence("Late"), LATE).next();
        ChildState stuck = lifecycle.step(killing, occurrence("Late"), LATE.plusSeconds(2)).next();
        assertInstanceOf(ChildState.Unkillable.class, stuck);
        for (ChildState before : List.of(killing, stuck)) {
            Step last = lifecycle.step(before, occurrence("TreeEmpty"), LATE.plusSeconds(3));
            assertEquals("Again", nameOf(last.next()));
            assertEquals("Start", namesOf(last.acts()));
            Step stopped = lifecycle.step(before, occurrence("StopAsked"), LATE.plusSeconds(3));
            assertEquals(
                    "Gone",
                    nameOf(
                            lifecycle
                                    .step(
                                            stopped.next(),
                                            occurrence("TreeEmpty"),
                                            LATE.plusSeconds(3))
                                    .next()));
        }
    }
}
