package dev.sentinel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.History.Point;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class HistoryTest {

    @Test
    void a_second_keeps_its_highest_value() {
        History history = History.EMPTY.plus(at(1.0, 10)).plus(at(1.5, 30)).plus(at(1.9, 20));
        assertEquals(List.of(new Point(1, new ByteSize(30))), history.points());
    }

    @Test
    void each_second_has_its_own_value() {
        History history = History.EMPTY.plus(at(1.9, 30)).plus(at(2.0, 20));
        assertEquals(
                List.of(new Point(1, new ByteSize(30)), new Point(2, new ByteSize(20))),
                history.points());
    }

    @Test
    void what_is_older_than_ten_minutes_is_forgotten() {
        History history = History.EMPTY.plus(at(0, 1)).plus(at(1, 2)).plus(at(600, 3));
        assertEquals(
                List.of(new Point(1, new ByteSize(2)), new Point(600, new ByteSize(3))),
                history.points());
    }

    @Test
    void it_never_holds_more_than_600_values() {
        History history = History.EMPTY;
        for (int second = 0; second < 2000; second++) {
            history = history.plus(at(second, second));
        }
        assertEquals(History.SECONDS, history.points().size());
    }

    @Test
    void a_calm_hour_is_one_value() {
        History history = History.EMPTY;
        for (int second = 0; second < 3600; second++) {
            history = history.plus(at(second, 7)).plus(at(second + 0.5, 6));
        }
        assertEquals(List.of(new Point(0, new ByteSize(7))), history.points());
        assertEquals(7, history.highest(3001, 1, 1)[0]);
    }

    @Test
    void a_second_without_a_look_shows_the_value_before_it() {
        History history = History.EMPTY.plus(at(10, 1)).plus(at(13, 2));
        assertEquals(1, history.highest(12, 1, 1)[0]);
    }

    @Test
    void before_the_first_look_there_is_nothing() {
        History history = History.EMPTY.plus(at(10, 1));
        assertEquals(0, history.highest(9, 1, 1)[0]);
    }

    @Test
    void adding_leaves_the_old_history_as_it_was() {
        History before = History.EMPTY.plus(at(1, 1));
        before.plus(at(1, 2));
        assertEquals(List.of(new Point(1, new ByteSize(1))), before.points());
    }

    private static MemoryReading at(double seconds, long bytes) {
        return new MemoryReading(
                Duration.ofMillis((long) (seconds * 1000)), new ByteSize(bytes), 1);
    }
}
