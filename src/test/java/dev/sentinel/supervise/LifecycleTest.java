package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.Ending;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Signal;
import dev.sentinel.model.StartFailure;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.StopPlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every state × every occurrence. A dash means: stay, do nothing, tell nothing.
class LifecycleTest {

    private static final String TABLE =
            """
            Down     Begin        → Starting   Start  -
            Down     Started      → -
            Down     StartFailed  → -
            Down     ExitedAlone  → -
            Down     ExitedFirst  → -
            Down     TreeEmpty    → -
            Down     StopAsked    → -
            Down     KillAsked    → -
            Down     Early        → -
            Down     Late         → -
            Starting Begin        → -
            Starting Started      → Up         -      Started
            Starting StartFailed  → Gone       -      Ended
            Starting ExitedAlone  → -
            Starting ExitedFirst  → -
            Starting TreeEmpty    → -
            Starting StopAsked    → Unwanted   -      -
            Starting KillAsked    → Unwanted   -      -
            Starting Early        → -
            Starting Late         → -
            Unwanted Begin        → -
            Unwanted Started      → Stopping   Ask    Asked
            Unwanted StartFailed  → Gone       -      Ended
            Unwanted ExitedAlone  → -
            Unwanted ExitedFirst  → -
            Unwanted TreeEmpty    → -
            Unwanted StopAsked    → -
            Unwanted KillAsked    → -
            Unwanted Early        → -
            Unwanted Late         → -
            Up       Begin        → -
            Up       Started      → -
            Up       StartFailed  → -
            Up       ExitedAlone  → Gone       -      Ended
            Up       ExitedFirst  → Stopping   Ask    Asked
            Up       TreeEmpty    → -
            Up       StopAsked    → Stopping   Ask    Asked
            Up       KillAsked    → Killing    Kill   Asked+Killed
            Up       Early        → -
            Up       Late         → -
            Stopping Begin        → -
            Stopping Started      → -
            Stopping StartFailed  → -
            Stopping ExitedAlone  → Gone       -      Ended
            Stopping ExitedFirst  → Stopping   -      Exited
            Stopping TreeEmpty    → Gone       -      Ended
            Stopping StopAsked    → -
            Stopping KillAsked    → Killing    Kill   Killed
            Stopping Early        → -
            Stopping Late         → Killing    Kill   Killed
            Killing  Begin        → -
            Killing  Started      → -
            Killing  StartFailed  → -
            Killing  ExitedAlone  → Gone       -      Ended
            Killing  ExitedFirst  → Killing    -      Exited
            Killing  TreeEmpty    → Gone       -      Ended
            Killing  StopAsked    → -
            Killing  KillAsked    → -
            Killing  Early        → Killing    Kill   -
            Killing  Late         → Killing    Kill   -
            Gone     Begin        → -
            Gone     Started      → -
            Gone     StartFailed  → -
            Gone     ExitedAlone  → -
            Gone     ExitedFirst  → -
            Gone     TreeEmpty    → -
            Gone     StopAsked    → -
            Gone     KillAsked    → -
            Gone     Early        → -
            Gone     Late         → -
            """;

    private static final Pattern SPACES = Pattern.compile("[\\s→]+");
    private static final StopPlan PLAN = new StopPlan(Signal.TERM, Duration.ofSeconds(3));
    private static final ProcessId SELF = new ProcessId(42, 100);
    private static final StopCause WISH = new StopCause.Requested("test");
    private static final ExitStatus EXIT = new ExitStatus(0);
    private static final Duration ASKED_AT = Duration.ofSeconds(10);
    private static final Duration KILL_AT = Duration.ofSeconds(13);

    private static final Map<String, ChildState> STATES = new LinkedHashMap<>();
    private static final Map<String, Occurrence> OCCURRENCES = new LinkedHashMap<>();

    static {
        STATES.put("Down", new ChildState.Down());
        STATES.put("Starting", new ChildState.Starting(Optional.empty()));
        STATES.put("Unwanted", new ChildState.Starting(Optional.of(WISH)));
        STATES.put("Up", new ChildState.Up(SELF, Duration.ofSeconds(1)));
        STATES.put(
                "Stopping",
                new ChildState.Stopping(SELF, WISH, ASKED_AT, KILL_AT, Optional.empty()));
        STATES.put(
                "Killing",
                new ChildState.Killing(
                        SELF, WISH, Optional.of(Signal.TERM), ASKED_AT, Optional.empty()));
        STATES.put("Gone", new ChildState.Gone(new Ending.ByItself(EXIT, Duration.ofSeconds(9))));
        StartFailure failure = new StartFailure(StartFailure.Kind.NOT_FOUND, "no such command");
        OCCURRENCES.put("Begin", new Occurrence.Begin());
        OCCURRENCES.put("Started", new Occurrence.Started(SELF));
        OCCURRENCES.put("StartFailed", new Occurrence.StartFailed(failure));
        OCCURRENCES.put("ExitedAlone", new Occurrence.Exited(EXIT, true));
        OCCURRENCES.put("ExitedFirst", new Occurrence.Exited(EXIT, false));
        OCCURRENCES.put("TreeEmpty", new Occurrence.TreeEmpty());
        OCCURRENCES.put("StopAsked", new Occurrence.StopAsked(WISH));
        OCCURRENCES.put("KillAsked", new Occurrence.KillAsked(WISH));
        OCCURRENCES.put("Early", new Occurrence.Tick());
        OCCURRENCES.put("Late", new Occurrence.Tick());
    }

    static Stream<String> rows() {
        return TABLE.lines();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_row_of_the_table_holds(String row) {
        String[] words = SPACES.split(row, 5);
        ChildState before = state(words[0]);
        Duration now = words[1].equals("Late") ? KILL_AT : KILL_AT.minusNanos(1);

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
                TABLE.lines().map(SPACES::split).map(row -> row[0] + " " + row[1]).toList();
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
        ChildState last = lifecycle.step(first, new Occurrence.TreeEmpty(), KILL_AT).next();
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
                        lifecycle.step(killing, new Occurrence.TreeEmpty(), KILL_AT).next());
        var stopped = assertInstanceOf(Ending.Stopped.class, gone.ending());
        assertEquals(List.of(Signal.KILL), stopped.signals());
    }

    private static ChildState state(String name) {
        return Objects.requireNonNull(STATES.get(name), name);
    }

    private static Occurrence occurrence(String name) {
        return Objects.requireNonNull(OCCURRENCES.get(name), name);
    }

    private static String nameOf(ChildState state) {
        return state instanceof ChildState.Starting(var wish) && wish.isPresent()
                ? "Unwanted"
                : state.getClass().getSimpleName();
    }

    private static String namesOf(List<?> things) {
        return things.isEmpty()
                ? "-"
                : things.stream()
                        .map(thing -> thing.getClass().getSimpleName())
                        .collect(Collectors.joining("+"));
    }
}
