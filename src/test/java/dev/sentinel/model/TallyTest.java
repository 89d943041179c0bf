package dev.sentinel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class TallyTest {

    @Test
    void every_label_counts_from_zero() {
        assertEquals(
                Map.of(
                        Tally.Reason.MEMORY_LIMIT, 0L,
                        Tally.Reason.MANUAL, 0L,
                        Tally.Reason.SHUTDOWN, 0L,
                        Tally.Reason.LEFT_BEHIND, 0L),
                Tally.NOTHING.terminations().asMap());
        assertEquals(
                Map.of(Tally.Sent.SIGTERM, 0L, Tally.Sent.SIGKILL, 0L, Tally.Sent.OTHER, 0L),
                Tally.NOTHING.signals().asMap());
        assertEquals(
                Map.of(
                        Tally.Outcome.SUCCESS, 0L,
                        Tally.Outcome.FAILURE, 0L,
                        Tally.Outcome.SIGNAL, 0L),
                Tally.NOTHING.exits().asMap());
        assertEquals(
                Map.of(
                        Tally.Again.MEMORY_LIMIT, 0L,
                        Tally.Again.CRASH, 0L,
                        Tally.Again.EXIT, 0L,
                        Tally.Again.MANUAL, 0L),
                Tally.NOTHING.restarts().asMap());
        assertEquals(0, Tally.NOTHING.endings().count());
    }

    @Test
    void the_first_start_is_no_restart() {
        Tally once = Tally.NOTHING.plusStart();
        assertEquals(Tally.NOTHING.restarts().asMap(), once.restarts().asMap());
        assertEquals(2, once.plusStart().plusStart().restarts().of(Tally.Again.MANUAL));
    }

    @Test
    void how_long_a_tree_took_to_end_counts_when_it_was_ended() {
        var exit = new ExitStatus(0);
        var itself = new Event.Ended(new Ending.ByItself(exit, Duration.ofSeconds(9)));
        var took = Duration.ofMillis(210);
        var ended = new Ending.Stopped(Snapshots.BREACH, Optional.of(exit), List.of(), took);
        Tally tally = Tally.NOTHING.plus(itself).plus(new Event.Ended(ended));
        assertEquals(Tally.NOTHING.endings().plus(took), tally.endings());
    }

    @Test
    void labels_keep_their_order_so_that_two_scrapes_can_be_compared() {
        Tally tally = Tally.NOTHING.plus(Signal.KILL, 1);
        assertEquals(List.of(Tally.Sent.values()), List.copyOf(tally.signals().asMap().keySet()));
    }

    @Test
    void looks_and_failed_looks_are_counted_apart() {
        Tally tally = Tally.NOTHING.plusSample().plusSample().plusSampleError();
        assertEquals(2, tally.samples());
        assertEquals(1, tally.sampleErrors());
    }

    static List<Arguments> causes() {
        return List.of(
                arguments(Snapshots.BREACH, Tally.Reason.MEMORY_LIMIT),
                arguments(new StopCause.Requested(Requester.at("socket")), Tally.Reason.MANUAL),
                arguments(
                        new StopCause.Signalled(Received.alone(Signal.INT)), Tally.Reason.SHUTDOWN),
                arguments(new StopCause.LeftBehind(new ExitStatus(0)), Tally.Reason.LEFT_BEHIND));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void each_cause_of_a_stop_has_its_reason(StopCause cause, Tally.Reason reason) {
        assertEquals(1, Tally.NOTHING.plus(cause).terminations().of(reason));
    }

    @ParameterizedTest
    @CsvSource({"15, SIGTERM", "9, SIGKILL", "2, OTHER"})
    void a_signal_counts_once_for_each_process_it_reached(int number, Tally.Sent label) {
        assertEquals(3, Tally.NOTHING.plus(new Signal(number), 3).signals().of(label));
    }

    @ParameterizedTest
    @CsvSource({
        "0,   SUCCESS",
        "1,   FAILURE",
        "128, FAILURE",
        "129, SIGNAL",
        "143, SIGNAL",
        "192, SIGNAL",
        "193, FAILURE",
        "255, FAILURE",
    })
    void an_exit_is_a_success_a_failure_or_a_signal(int shellCode, Tally.Outcome outcome) {
        assertEquals(1, Tally.NOTHING.plus(new ExitStatus(shellCode)).exits().of(outcome));
    }
}
