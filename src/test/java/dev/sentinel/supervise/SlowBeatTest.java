package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

class SlowBeatTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    private SlowBeat beat() {
        return new SlowBeat("test", Duration.ofHours(1), () -> Duration.ZERO, complaints::add);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "10, 1000", "11, 1100", "30, 3000", "51, 5000", "60000, 5000"})
    void looks_that_take_long_are_not_made_so_often(long round, long rest) {
        assertEquals(
                Duration.ofMillis(rest),
                SlowBeat.restAfter(Duration.ofMillis(round), Duration.ofSeconds(1)));
    }

    @Test
    void who_waits_has_everything_looked_at() {
        SlowBeat beat = beat();
        Supplier<String> first = beat.watch("one thing", "?", () -> "seen");
        Supplier<String> second = beat.watch("another", "?", () -> "seen as well");
        assertEquals("?", first.get());
        beat.want();
        beat.await(SOON);
        assertEquals("seen", first.get());
        assertEquals("seen as well", second.get());
    }

    @Test
    void who_waits_again_does_with_the_last_look() {
        SlowBeat beat = beat();
        BlockingQueue<String> looks = new LinkedBlockingQueue<>();
        beat.watch("it", false, () -> looks.add("look"));
        beat.want();
        beat.await(SOON);
        beat.want();
        beat.await(SOON);
        assertEquals("look", looks.poll());
        assertEquals(0, looks.size());
    }

    @Test
    void for_a_look_that_hangs_only_the_first_one_waits() {
        SlowBeat beat = beat();
        var stuck = new CountDownLatch(1);
        Supplier<Boolean> looked = beat.watch("it", false, () -> hasEnded(stuck));
        beat.want();
        beat.await(Duration.ofMillis(1));
        assertTimeout(SOON.dividedBy(2), () -> beat.await(SOON));
        assertEquals(false, looked.get());
        stuck.countDown();
    }

    private static boolean hasEnded(CountDownLatch stuck) {
        try {
            return stuck.await(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Test
    void a_look_that_fails_leaves_what_was_known_and_is_told() {
        SlowBeat beat = beat();
        Supplier<String> known =
                beat.watch(
                        "it",
                        "?",
                        () -> {
                            throw new IllegalStateException("no");
                        });
        beat.want();
        beat.await(SOON);
        assertEquals("?", known.get());
        assertEquals(List.of("cannot measure it: java.lang.IllegalStateException: no"), complaints);
    }
}
