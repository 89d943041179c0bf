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

    /// Also guarded. Outlives SIGTERM, and so do its children, for up to four tenths of a second:
    /// some end by themselves while the grace period is over and SIGKILL goes from one to the next.
    private static final String STUBBORN_TREE =
            """
            import os, random, signal, sys, time

            signal.signal(signal.SIGCHLD, signal.SIG_IGN)
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
            children = []
            for _ in range(int(sys.stdin.readline())):
                child = os.fork()
                if child == 0:
                    signal.sigwait([signal.SIGTERM])
                    time.sleep(random.uniform(0, 0.4))
                    os._exit(0)
                children.append(child)
            print(*children, flush=True)
            while True:
                signal.pause()
            """;

    /// Starts Sentinel and asks it to stop. Meanwhile gives every number that becomes free to a
    /// child of its own that blocks all signals, so that each one it gets stays with it.
    private static final String STRANGERS =
            """
            import os, select, signal, subprocess, sys, time

            tree, rounds, size, sentinel = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:]
            signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())

            def start():
                def nothing_blocked():
                    signal.pthread_sigmask(signal.SIG_SETMASK, [])
                return subprocess.Popen(sentinel + [sys.executable, '-c', tree], stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE, text=True, bufsize=1, preexec_fn=nothing_blocked)

            def is_free(pid):
                try:
                    # This is the first process here: whoever loses a parent may come to it.
                    os.waitpid(pid, os.WNOHANG)
                except ChildProcessError:
                    pass
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

            def recycle(guard):
                print(size, file=guard.stdin)
                pids = [int(pid) for pid in guard.stdout.readline().split()]
                strangers = []
                ends = select.poll()
                descriptors = {os.pidfd_open(pid): pid for pid in pids}
                for descriptor in descriptors:
                    ends.register(descriptor, select.POLLIN)
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

            """;

    /// One Sentinel, whose tree gets new children for every round. Looks at the strangers when
    /// Sentinel has turned to the next.
    private static final String ASKED_AGAIN_AND_AGAIN =
            STRANGERS
                    + """
                    guard = start()
                    taken, hit, last = 0, 0, []
                    for _ in range(rounds):
                        now = recycle(guard)
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

    /// A Sentinel for every round.
    private static final String KILLED =
            STRANGERS
                    + """
                    taken, hit, codes = 0, 0, set()
                    for _ in range(rounds):
                        guard = start()
                        strangers = recycle(guard)
                        codes.add(guard.wait(10))
                        taken += len(strangers)
                        hit += sum(was_hit(stranger) for stranger in strangers)
                        for stranger in strangers:
                            end(stranger)
                    print(f'{taken} numbers recycled, {hit} strangers hit, exit code {codes}')
                    """;

    @ParameterizedTest
    @EnumSource
    void no_polite_signal_reaches_who_got_a_number_later(Surroundings surroundings)
            throws Exception {
        assertEquals(
                "1000 numbers recycled, 0 strangers hit, exit code 143\n",
                recycled(surroundings, ASKED_AGAIN_AND_AGAIN, TREE, 50, 20, "60s"));
    }

    @ParameterizedTest
    @EnumSource
    void no_kill_reaches_who_got_a_number_later(Surroundings surroundings) throws Exception {
        assertEquals(
                "1000 numbers recycled, 0 strangers hit, exit code {143}\n",
                recycled(surroundings, KILLED, STUBBORN_TREE, 5, 200, "200ms"));
    }

    private static String recycled(
            Surroundings surroundings,
            String script,
            String tree,
            int rounds,
            int numbersARound,
            String grace)
            throws Exception {
        Needs.pidNamespace();
        Needs.that(Files.exists(Path.of("/proc/sys/kernel/ns_last_pid")), "a say in numbers");
        List<String> words =
                new ArrayList<>(List.of("unshare", "-pf", "--mount-proc", Herd.PYTHON, "-c"));
        words.addAll(List.of(script, tree));
        words.addAll(List.of(Integer.toString(rounds), Integer.toString(numbersARound)));
        words.addAll(
                surroundings
                        .assume()
                        .sentinel(
                                List.of(
                                        "--no-tui",
                                        "--no-socket",
                                        "--no-metrics",
                                        "-m",
                                        "0",
                                        "-k",
                                        grace)));
        Program.Result result = Program.run(Duration.ofSeconds(60), Guard.ENVIRONMENT, words);
        return result.code() == 0 ? result.out() : result.err();
    }
}
