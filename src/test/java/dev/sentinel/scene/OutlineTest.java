package dev.sentinel.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.History;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class OutlineTest {

    private static History saw(int seconds) {
        List<History.Point> points = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            points.add(new History.Point(second, new ByteSize(second % 10 + 1)));
        }
        return new History(points, seconds - 1);
    }

    private static History outline(History history, long now, int most) {
        return Outline.of(history, Duration.ofSeconds(now), most);
    }

    @Test
    void few_points_stay_as_they_are() {
        History history = saw(10);
        assertSame(history, outline(history, 10, 10));
    }

    @Test
    void of_many_the_highest_of_each_stretch_is_left_and_nothing_twice() {
        History outline = outline(saw(600), 600, 30);
        assertEquals(List.of(new History.Point(310, new ByteSize(10))), outline.points());
        assertEquals(599, outline.lastSecond());
    }

    @Test
    void before_the_first_reading_there_is_nothing() {
        History late =
                new History(
                        saw(60).points().stream()
                                .map(one -> new History.Point(one.second() + 95, one.peak()))
                                .toList(),
                        154);
        History outline = outline(late, 155, 30);
        assertEquals(90, outline.points().getFirst().second());
    }

    @Test
    void a_second_later_it_is_the_same_but_at_its_end() {
        History history = saw(600);
        assertEquals(outline(history, 601, 40).points(), outline(history, 603, 40).points());
    }
}
