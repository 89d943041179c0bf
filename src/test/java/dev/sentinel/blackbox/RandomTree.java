package dev.sentinel.blackbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A tree of processes that came about in all sorts of ways, and the way in which it is ended.
///
/// @param origins how each came about; the first one is the guarded command
/// @param parents by whom: the index of an earlier one
/// @param early whether the end comes while the tree still grows
record RandomTree(List<Origin> origins, List<Integer> parents, End end, boolean early) {

    enum Origin {
        FORK,
        SESSION,
        DAEMON,
        STUBBORN,
        STOPPED,
        CLEARED
    }

    enum End {
        STOP,
        TERM,
        KILL,
        COMMAND_ENDS
    }

    /// Knows the mark, the tree and the index of this process in it, which is 0 for the first one.
    private static final String SCRIPT =
            """
            import os, signal, sys

            with open('/proc/self/cmdline') as file:
                words = file.read().split('\\0')[:-1]
            mark, tree, me = words[3], words[4].split(','), int(words[5])

            def grow(me):
                for child, (origin, parent) in enumerate(word.split(':') for word in tree):
                    if child > 0 and int(parent) == me:
                        beget(child, origin)
                if tree[me].startswith('STOPPED'):
                    os.kill(os.getpid(), signal.SIGSTOP)
                os.execvp('sleep', ['sleep', mark])

            def beget(child, origin):
                pid = os.fork()
                if pid:
                    if origin == 'DAEMON':
                        os.waitpid(pid, 0)
                    return
                if origin in ('SESSION', 'DAEMON'):
                    os.setsid()
                if origin == 'DAEMON' and os.fork():
                    os._exit(0)
                if origin == 'STUBBORN':
                    signal.signal(signal.SIGTERM, signal.SIG_IGN)
                if origin == 'CLEARED':
                    os.execve(words[0], words[:5] + [str(child)], {})
                grow(child)

            grow(me)
            """;

    /// The same seed gives the same tree.
    static RandomTree of(long seed, Surroundings surroundings) {
        Random random = new Random(seed);
        int size = 3 + random.nextInt(10);
        List<Origin> origins = new ArrayList<>(List.of(Origin.FORK));
        List<Integer> parents = new ArrayList<>(List.of(0));
        for (int index = 1; index < size; index++) {
            origins.add(Origin.values()[random.nextInt(Origin.values().length)]);
            parents.add(random.nextInt(index));
        }
        boolean cleared = origins.contains(Origin.CLEARED);
        End end = End.values()[random.nextInt(End.values().length)];
        if (end == End.KILL && cleared && surroundings != Surroundings.CGROUP) {
            // Only Sentinel itself finds those without a cgroup; a watchdog looks for marks.
            end = End.STOP;
        }
        return new RandomTree(origins, parents, end, random.nextBoolean());
    }

    String[] command(Herd herd) {
        List<String> words = new ArrayList<>();
        for (int index = 0; index < origins.size(); index++) {
            words.add(origins.get(index) + ":" + parents.get(index));
        }
        return herd.python(Duration.ofMillis(50), SCRIPT, String.join(",", words), "0");
    }

    /// Waits until it has grown as far as it should before the end comes.
    void awaitGrowth(Herd herd) throws Exception {
        int stopped = (int) origins.stream().filter(Origin.STOPPED::equals).count();
        int running = origins.size() - stopped;
        Eventually.isTrue(
                Guard.SOON,
                "%d running and %d stopped".formatted(running, stopped),
                () ->
                        early
                                ? herd.count("python3") + herd.count("sleep") > 0
                                : herd.count("python3") == stopped
                                        && herd.count("sleep") == running);
    }
}
