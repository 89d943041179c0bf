package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// A life after a restart is held as well as the first one.
@SideBySide
class RestartIT {

    private static final Duration WATCHDOGS_WORK = Duration.ofSeconds(5);
    private static final int KINDS = 4;

    @ParameterizedTest
    @EnumSource
    void nobody_is_left_of_a_life_and_the_next_one_ends_with_sentinel(Surroundings surroundings)
            throws Exception {
        try (Herd herd = Herd.marked();
                Guard guard = Guard.start(surroundings, herd.shell(Herd.FOUR_KINDS))) {
            herd.awaitCount("sleep", KINDS);
            guard.awaitRunning();
            Set<Long> first = sleepers(herd);
            String answer = guard.ask("restart");
            assertTrue(answer.matches("OK sh: started again, pid \\d+\n"), answer);
            herd.awaitCount("sleep", KINDS);
            Set<Long> both = sleepers(herd);
            both.retainAll(first);
            assertTrue(both.isEmpty(), "of the first life: " + both);
            guard.program().signal("KILL");
            guard.await();
            herd.awaitNobody(WATCHDOGS_WORK);
        }
    }

    private static Set<Long> sleepers(Herd herd) throws Exception {
        return new HashSet<>(
                CommandLines.of(words ->
                                words.getFirst().endsWith("sleep") && words.contains(herd.mark()))
                        .keySet());
    }
}
