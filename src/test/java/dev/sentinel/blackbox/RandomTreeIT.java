package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Trees that nobody thought of, ended in every way there is: nobody is left.
class RandomTreeIT {

    /// In each of the three surroundings; all of them take two minutes on two cores.
    private static final int ROUNDS = 20;

    private static final int AT_ONCE = 3;

    /// It looks three times for whoever is left, and more often as long as it finds somebody; each
    /// look is one at all processes of a machine that others use too.
    private static final Duration WATCHDOGS_WORK = Duration.ofSeconds(5);

    @ParameterizedTest
    @EnumSource
    void nobody_is_left_of_any_tree(Surroundings surroundings) throws Exception {
        surroundings.assume();
        Random seeds = new Random();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Void>> rounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                long seed = seeds.nextLong();
                rounds.add(
                        threads.submit(() -> {
                            endAndCount(surroundings, seed);
                            return null;
                        }));
            }
            for (Future<Void> round : rounds) {
                round.get();
            }
        }
    }

    private static void endAndCount(Surroundings surroundings, long seed) {
        RandomTree tree = RandomTree.of(seed, surroundings);
        try (Herd herd = Herd.marked();
                Guard guard = Guard.start(surroundings, tree.command(herd))) {
            tree.awaitGrowth(herd);
            end(tree.end(), guard);
            guard.await();
            if (tree.end() == RandomTree.End.KILL) {
                guard.awaitWatchdogsEnd(WATCHDOGS_WORK);
            }
            assertEquals(Map.of(), herd.left());
        } catch (Exception | AssertionError failed) {
            // With the reason: a summary shows nothing but this sentence.
            throw new AssertionError("seed %d, %s: %s".formatted(seed, tree, failed), failed);
        }
    }

    private static void end(RandomTree.End end, Guard guard) throws Exception {
        switch (end) {
            case STOP -> guard.stop();
            case TERM -> guard.program().signal("TERM");
            case KILL -> guard.program().signal("KILL");
            case COMMAND_ENDS -> {
                long command = guard.awaitRunning().targetPid();
                ProcessHandle.of(command).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }
}
