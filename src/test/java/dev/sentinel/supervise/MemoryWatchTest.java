package dev.sentinel.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Detection;
import dev.sentinel.model.Limit;
import dev.sentinel.model.Measure;
import dev.sentinel.model.Measure.Metric;
import dev.sentinel.model.Measure.Scope;
import dev.sentinel.model.MemoryReading;
import dev.sentinel.model.ProcessId;
import dev.sentinel.model.Verdict;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/// A limit of 100 MiB, quick looks at three processes that may be off by 5 MiB each, exact ones,
/// and time moved by hand.
class MemoryWatchTest implements ExactLook {

    /// Questions that wait for an answer.
    private final Deque<CompletableFuture<Optional<MemoryReading>>> questions = new ArrayDeque<>();

    private int asked;

    private MemoryWatch watch(Metric metric, Duration sustain, long soft) {
        var measure = new Measure(metric, Scope.TREE);
        var limit =
                new Limit(ByteSize.ofMebibytes(100), ByteSize.ofMebibytes(soft), sustain, measure);
        return new MemoryWatch(limit, this);
    }

    @Override
    public Future<Optional<MemoryReading>> ask(
            Set<ProcessId> processes, Metric metric, Duration at) {
        asked++;
        questions.add(new CompletableFuture<>());
        return questions.getLast();
    }

    @Override
    public ByteSize doubt() {
        return ByteSize.ofMebibytes(5);
    }

    private MemoryWatch watch(Metric metric) {
        return watch(metric, Duration.ZERO, 0);
    }

    private static Duration at(long millis) {
        return Duration.ofMillis(millis);
    }

    private static void look(MemoryWatch watch, long millis, long mebibytes) {
        watch.add(new MemoryReading(at(millis), ByteSize.ofMebibytes(mebibytes), 3), Set.of());
        watch.notice(at(millis));
    }

    private void answer(MemoryWatch watch, long millis, long used, long resident) {
        var exact =
                new MemoryReading(
                        at(millis), ByteSize.ofMebibytes(used), ByteSize.ofMebibytes(resident), 3);
        questions.remove().complete(Optional.of(exact));
        watch.notice(at(millis));
    }

    @Test
    void within_the_limit_somebody_is_asked_once_half_way() {
        MemoryWatch watch = watch(Metric.RSS);
        look(watch, 0, 50);
        assertEquals(0, asked);
        look(watch, 10, 51);
        answer(watch, 15, 51, 51);
        look(watch, 100, 100);
        assertEquals(1, asked);
        assertInstanceOf(Verdict.Within.class, watch.verdict());
    }

    @Test
    void a_breach_is_one_when_the_exact_look_confirms_it() {
        MemoryWatch watch = watch(Metric.RSS);
        look(watch, 0, 40);
        look(watch, 10, 110);
        assertTrue(watch.breach().isEmpty());
        answer(watch, 12, 112, 112);
        assertEquals(
                "memory 112.0 MiB > limit 100.0 MiB (rss, tree of 3)",
                watch.breach().orElseThrow().describe());
        assertEquals(at(12), watch.status("").detection().latency().sum());
        assertEquals(overshoot(12, 12), watch.status("").detection().overshoot());
        look(watch, 30, 140);
        look(watch, 50, 130);
        assertEquals(overshoot(12, 40), watch.status("").detection().overshoot());
    }

    private static Optional<Detection.Overshoot> overshoot(long decided, long atMost) {
        return Optional.of(
                new Detection.Overshoot(
                        ByteSize.ofMebibytes(decided), ByteSize.ofMebibytes(atMost)));
    }

    @Test
    void a_breach_by_more_than_a_quick_look_may_be_off_needs_no_exact_one() {
        MemoryWatch watch = watch(Metric.RSS);
        look(watch, 0, 40);
        look(watch, 10, 115);
        assertEquals(1, asked, "it could still be off by that much");
        look(watch, 11, 116);
        assertEquals(ByteSize.ofMebibytes(116), watch.breach().orElseThrow().reading().used());
        assertEquals(at(11), watch.status("").detection().latency().sum());
    }

    @Test
    void what_was_asked_before_a_breach_says_nothing_of_it() {
        MemoryWatch watch = watch(Metric.RSS);
        look(watch, 0, 60);
        look(watch, 10, 110);
        answer(watch, 11, 60, 60);
        assertInstanceOf(Verdict.Over.class, watch.verdict());
        assertTrue(watch.breach().isEmpty());
        assertEquals(at(13), watch.waitsUntil());
        watch.notice(at(13));
        assertTrue(watch.breach().isPresent());
    }

    @Test
    void a_breach_that_the_exact_look_denies_is_none() {
        MemoryWatch watch = watch(Metric.RSS);
        look(watch, 0, 101);
        answer(watch, 3, 99, 99);
        assertInstanceOf(Verdict.Within.class, watch.verdict());
        assertTrue(watch.breach().isEmpty());
        look(watch, 20, 101);
        watch.notice(at(30));
        assertEquals(1, asked, "exact looks take a tenth of the time at most");
        assertTrue(watch.breach().isEmpty());
        look(watch, 40, 101);
        assertEquals(2, asked);
    }

    @Test
    void an_exact_look_that_hangs_or_fails_is_not_waited_for() {
        MemoryWatch hanging = watch(Metric.RSS);
        look(hanging, 0, 110);
        assertEquals(at(3), hanging.waitsUntil());
        hanging.notice(at(2));
        assertTrue(hanging.breach().isEmpty());
        hanging.notice(at(3));
        assertTrue(hanging.breach().isPresent());

        MemoryWatch failing = watch(Metric.RSS_SWAP);
        look(failing, 0, 110);
        questions.getLast().complete(Optional.empty());
        failing.notice(at(1));
        assertTrue(failing.breach().isPresent());
    }

    @Test
    void one_that_was_asked_half_way_and_hangs_is_not_waited_for_either() {
        MemoryWatch watch = watch(Metric.RSS);
        look(watch, 0, 60);
        look(watch, 5000, 110);
        watch.notice(at(5002));
        assertTrue(watch.breach().isEmpty());
        watch.notice(at(5003));
        assertTrue(watch.breach().isPresent());
    }

    @Test
    void who_cannot_be_read_exactly_is_not_asked_for_again_and_again() {
        MemoryWatch watch = watch(Metric.RSS);
        for (int millis = 0; millis < 10; millis++) {
            look(watch, millis, 60 + millis);
            questions.forEach(question -> question.complete(Optional.empty()));
        }
        assertEquals(1, asked);
    }

    @Test
    void what_is_shared_counts_once() {
        MemoryWatch watch = watch(Metric.PSS);
        look(watch, 0, 900);
        answer(watch, 5, 90, 900);
        assertEquals(ByteSize.ofMebibytes(90), watch.reading().orElseThrow().used());
        look(watch, 100, 905);
        assertEquals(ByteSize.ofMebibytes(95), watch.reading().orElseThrow().used());
        assertEquals(2, asked);
        assertInstanceOf(Verdict.Within.class, watch.verdict());
    }

    @Test
    void where_sharing_cannot_be_told_yet_it_is_waited_for_longer() {
        MemoryWatch watch = watch(Metric.PSS);
        look(watch, 0, 900);
        watch.notice(at(999));
        assertTrue(watch.breach().isEmpty());
        watch.notice(at(1000));
        assertTrue(watch.breach().isPresent());
    }

    @Test
    void shared_memory_has_to_exceed_the_limit_all_the_time_too() {
        MemoryWatch watch = watch(Metric.PSS, Duration.ofSeconds(1), 0);
        look(watch, 0, 900);
        answer(watch, 5, 110, 900);
        look(watch, 500, 900);
        answer(watch, 505, 90, 900);
        look(watch, 1100, 900);
        answer(watch, 1105, 110, 900);
        assertTrue(watch.breach().isEmpty());
        look(watch, 1600, 900);
        answer(watch, 1605, 110, 900);
        look(watch, 2700, 900);
        answer(watch, 2705, 110, 900);
        assertTrue(watch.breach().isPresent());
    }

    @Test
    void the_soft_limit_warns_once() {
        MemoryWatch watch = watch(Metric.RSS, Duration.ZERO, 50);
        look(watch, 0, 50);
        assertTrue(watch.warning().isEmpty());
        look(watch, 10, 51);
        assertEquals(ByteSize.ofMebibytes(51), watch.warning().orElseThrow().used());
        look(watch, 20, 60);
        assertTrue(watch.warning().isEmpty());
    }
}
