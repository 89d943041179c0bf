package dev.sentinel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

class EventLogTest {

    private static final EventLog EMPTY = EventLog.begun(Snapshots.WALL);

    @Test
    void the_events_after_a_number_are_told() {
        EventLog log = EMPTY.plus(events(1, 5));
        assertEquals(events(1, 5), log.after(0));
        assertEquals(events(4, 5), log.after(3));
        assertEquals(List.of(), log.after(5));
        assertEquals(List.of(), log.after(Long.MAX_VALUE));
    }

    @Test
    void a_number_that_is_none_counts_as_before_the_first() {
        assertEquals(events(1, 5), EMPTY.plus(events(1, 5)).after(-1));
        assertEquals(events(1, 5), EMPTY.plus(events(1, 5)).after(Long.MIN_VALUE + 5));
        assertEquals(List.of(), EMPTY.after(0));
    }

    @Test
    void the_oldest_are_forgotten_and_the_numbers_go_on() {
        EventLog log = EMPTY.plus(events(1, 900)).plus(events(901, 1500));
        assertEquals(EventLog.CAPACITY, log.recent().size());
        assertEquals(events(501, 1500), log.after(7));
        assertEquals(events(1499, 1500), log.after(1498));
    }

    @Test
    void a_log_to_which_nothing_is_added_is_the_same() {
        EventLog log = EMPTY.plus(events(1, 2));
        assertSame(log, log.plus(List.of()));
    }

    private static List<Event> events(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(number ->
                        new Event(
                                number,
                                Snapshots.WALL,
                                "leaker",
                                new Event.Killed(Duration.ofSeconds(number))))
                .toList();
    }
}
