package dev.sentinel.supervise;

import static dev.sentinel.supervise.LifecycleTable.ASKED_AT;
import static dev.sentinel.supervise.LifecycleTable.LATE;
import static dev.sentinel.supervise.LifecycleTable.OCCURRENCES;
import static dev.sentinel.supervise.LifecycleTable.PLAN;
import static dev.sentinel.supervise.LifecycleTable.STATES;
import static dev.sentinel.supervise.LifecycleTable.SURVIVORS;
import static dev.sentinel.supervise.LifecycleTable.WISH;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.Ending;
import dev.sentinel.model.Event;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StopCause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class LifecycleTest {

    private static final Pattern SPACES = Pattern.compile("[\\s→]+");

    static Stream<String> rows() {
        return LifecycleTable.ROWS.lines();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_row_of_the_table_holds(String row) {
        String[] words = SPACES.split(row, 5);
        ChildState before = state(words[0]);
        Duration now = words[1].startsWith("Late") ? LATE : LATE.minusNanos(1);

        Step step = new Lifecycle(PLAN).step(before, occurrence(words[1]), now);

        if (words[2].equals("-")) {
            assertEquals(Step.to(before), step);
            return;
        }
        assertEquals(words[2], nameOf(step.next()), "next state");
        assertEquals(words[3], namesOf(step.acts()), "acts");
        assertEquals(words[4], namesOf(step.happenings()), "happenings");
    }

    @Test
    void the_table_has_every_state_and_every_occurrence_once() {
        List<String> pairs =
                LifecycleTable.ROWS
                        .lines()
                        .map(SPACES::split)
                        .map(row -> row[0] + " " + row[1])
                        .toList();
        List<String> all =
                STATES.keySet().stream()
                        .flatMap(state ->
                                OCCURRENCES.keySet().stream().map(what -> state + " " + what))
                        .toList();
        assertEquals(all, pairs);
    }

    @Test
    void every_kind_of_state_and_occurrence_is_in_the_table() {
        assertEquals(
                ChildState.class.getPermittedSubclasses().length,
                STATES.values().stream().map(Object::getClass).distinct().count());
        assertEquals(
                Occurrence.class.getPermittedSubclasses().length,
                OCCURRENCES.values().stream().map(Object::getClass).distinct().count());
    }

    @Test
    void the_grace_period_runs_from_the_polite_signal() {
        Step step = new Lifecycle(PLAN).step(state("Up"), new Occurrence.StopAsked(WISH), ASKED_AT);
        assertEquals(state("Stopping"), step.next());
    }

    @Test
    void an_exit_before_the_rest_of_the_tree_is_kept_for_the_ending() {
        ExitStatus seven = new ExitStatus(7);
        Lifecycle lifecycle = new Lifecycle(PLAN);
        ChildState first =
                lifecycle
                        .step(state("Stopping"), new Occurrence.Exited(seven, false), ASKED_AT)
                        .next();
        ChildState last = lifecycle.step(first, new Occurrence.TreeEmpty(), LATE).next();
        assertEquals(
                new ChildState.Gone(
                        new Ending.Stopped(
                                WISH,
                                Optional.of(seven),
                                List.of(Signal.TERM),
                                Duration.ofSeconds(3))),
                last);
    }

    @Test
    void a_kill_without_a_polite_signal_is_told_as_such() {
        Lifecycle lifecycle = new Lifecycle(PLAN);
        ChildState killing =
                lifecycle.step(state("Up"), new Occurrence.KillAsked(WISH), ASKED_AT).next();
        var gone =
                assertInstanceOf(
                        ChildState.Gone.class,
                        lifecycle.step(killing, new Occurrence.TreeEmpty(), LATE).next());
        var stopped = assertInstanceOf(Ending.Stopped.class, gone.ending());
        assertEquals(List.of(Signal.KILL), stopped.signals());
    }

    @Test
    void whoever_is_killed_has_two_seconds_to_go() {
        Lifecycle lifecycle = new Lifecycle(PLAN);
        var killing =
                assertInstanceOf(
                        ChildState.Killing.class,
                        lifecycle.step(state("Stopping"), occurrence("Late"), LATE).next());
        assertEquals(LATE.plusSeconds(2), killing.unkillableAt());
        assertEquals(ASKED_AT, killing.since());
    }

    @Test
    void what_survives_is_told_once_and_tried_again_every_second() {
        Lifecycle lifecycle = new Lifecycle(PLAN);
        Step first = lifecycle.step(state("Killing"), occurrence("Late"), LATE);
        assertEquals(List.of(new Event.Survived(SURVIVORS)), first.happenings());
        var unkillable = assertInstanceOf(ChildState.Unkillable.class, first.next());
        assertEquals(state("Killing"), unkillable.killing());
        assertEquals(LATE.plusSeconds(1), unkillable.nextTry());
        assertEquals(2, unkillable.survivors());
        Step second = lifecycle.step(unkillable, occurrence("LateNobody"), LATE.plusSeconds(1));
        assertEquals(
                new ChildState.Unkillable(unkillable.killing(), LATE.plusSeconds(2), 0),
                second.next());
        assertEquals(List.of(), second.happenings());
    }

    @Test
    void what_survived_and_goes_at_last_ends_as_if_it_had_been_killed() {
        ExitStatus seven = new ExitStatus(7);
        Lifecycle lifecycle = new Lifecycle(PLAN);
        for (String state : List.of("Killing", "Unkillable")) {
            ChildState left =
                    lifecycle
                            .step(state(state), new Occurrence.Exited(seven, false), ASKED_AT)
                            .next();
            assertEquals(
                    new ChildState.Gone(
                            new Ending.Stopped(
                                    WISH,
                                    Optional.of(seven),
                                    List.of(Signal.TERM, Signal.KILL),
                                    Duration.ofSeconds(3))),
                    lifecycle.step(left, new Occurrence.TreeEmpty(), LATE).next());
        }
    }

    static ChildState state(String name) {
        return Objects.requireNonNull(STATES.get(name), name);
    }

    static Occurrence occurrence(String name) {
        return Objects.requireNonNull(OCCURRENCES.get(name), name);
    }

    static String nameOf(ChildState state) {
        return switch (state) {
            case ChildState.Starting(var wish, _) when wish.isPresent() -> "Unwanted";
            case ChildState.Starting(_, var again) when again -> "Again";
            case ChildState.Stopping stopping when stopping.cause() instanceof StopCause.Restart ->
                    "Restarting";
            default -> state.getClass().getSimpleName();
        };
    }

    static String namesOf(List<?> things) {
        return things.isEmpty()
                ? "-"
                : things.stream()
                        .map(thing -> thing.getClass().getSimpleName())
                        .collect(Collectors.joining("+"));
    }
}
