package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Processes that end at a signal, and strangers who get their numbers before the next signal goes
/// out. Whoever signals numbers hits strangers here: about every seventh.
class RecycledNumbersIT {

    private static final int ROUNDS = 50;
    private static final int NUMBERS_A_ROUND = 20;

    /// Each stop brings SIGTERM to all, and SIGCONT right after it.
    private static final String[] PATIENT = {
        "--no-tui", "--no-socket", "--no-metrics", "-m", "0", "-k", "60s"
    };

    /// The guarded one. It outlives SIGTERM, which stays blocked, and its children do not, also
    /// when it comes before they are ready; nobody stays a zombie, so numbers are free at once.
    private static final String TREE =
            """
            import os, signal, sys

            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
            signal.signal(signal.SIGCHLD, signal.SIG_IGN)
            for line in iter(sys.stdin.readline, 'end\\n'):
                children = []
                for _ in range(int(line)):
                    child = os.fork()
                    if child == 0:
                        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
                        while True:
                            signal.pause()
                    children.append(child)
                print(*children, flush=True)
            """;

    /// Starts Sentinel and asks it to stop, again and again. Meanwhile it gives every number that
    /// becomes free to a child of its own that blocks all signals, so that each one it gets stays
    /// with it; and looks at them when Sentinel has turned to the next round.
    private static final String STRANGERS =
            """
            import os, select, signal, subprocess, sys, time

            tree, rounds, size, sentinel = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
            guard = subprocess.Popen(sentinel + [sys.executable, '-c', tree],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
            signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())

            def is_free(pid):
                try:
                    os.kill(pid, 0)
                    return False
                except ProcessLookupError:
                    return True

            def take(pid):
                while True:
                    with open('/proc/sys/kernel/ns_last_pid', 'w') as last:
                        last.write(str(pid - 1))
                    stranger = os.fork()
                    while stranger == 0:
                        signal.pause()
                    if stranger == pid:
                        return stranger
                    end(stranger)

            def end(stranger):
                os.kill(stranger, signal.SIGKILL)
                return os.waitpid(stranger, 0)

            def was_hit(stranger):
                with open(f'/proc/{stranger}/status') as file:
                    status = dict(line.split(':', 1) for line in file)
                return 'ShdPnd' not in status or int(status['ShdPnd'], 16) != 0 or 'Z' in status['State']

            def recycle(pids):
                strangers = []
                ends = select.poll()
                descriptors = {os.pidfd_open(pid): pid for pid in pids}
                for descriptor in descriptors:
                    ends.register(descriptor, select.POLLIN)
                # Start times are counted in hundredths of a second, and nobody gets the number of
                # one who has started in the same.
                time.sleep(0.02)
                guard.send_signal(signal.SIGTERM)
                while descriptors:
                    ended = ends.poll(10000)
                    if not ended:
                        sys.exit('not ended: ' + str(descriptors))
                    for descriptor, _ in ended:
                        ends.unregister(descriptor)
                        os.close(descriptor)
                        pid = descriptors.pop(descriptor)
                        while not is_free(pid):
                            pass
                        strangers.append(take(pid))
                return strangers

            taken, hit, last = 0, 0, []
            for _ in range(int(rounds)):
                print(size, file=guard.stdin)
                now = recycle([int(pid) for pid in guard.stdout.readline().split()])
                taken += len(now)
                hit += sum(was_hit(stranger) for stranger in last)
                for stranger in last:
                    end(stranger)
                last = now
            print('end', file=guard.stdin)
            code = guard.wait(10)
            hit += sum(was_hit(stranger) for stranger in last)
            print(f'{taken} numbers recycled, {hit} strangers hit, exit code {code}')
            """;

    @ParameterizedTest
    @EnumSource
    void no_signal_reaches_who_got_a_number_later(Surroundings surroundings) throws Exception {
        Needs.pidNamespace();
        Needs.that(Files.exists(Path.of("/proc/sys/kernel/ns_last_pid")), "a say in numbers");
        List<String> words =
                new ArrayList<>(List.of("unshare", "-pf", "--mount-proc", Herd.PYTHON, "-c"));
        words.addAll(List.of(STRANGERS, TREE));
        words.addAll(List.of(Integer.toString(ROUNDS), Integer.toString(NUMBERS_A_ROUND)));
        words.addAll(surroundings.assume().sentinel(List.of(PATIENT)));
        Program.Result result = Program.run(Duration.ofSeconds(60), Guard.ENVIRONMENT, words);
        assertEquals(
                "%d numbers recycled, 0 strangers hit, exit code 143\n"
                        .formatted(ROUNDS * NUMBERS_A_ROUND),
                result.out(),
                result.err());
    }
}
