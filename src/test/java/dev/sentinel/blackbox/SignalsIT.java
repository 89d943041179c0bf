package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Signals that Sentinel gets, and what the command hears of them.
class SignalsIT {

    private static final String PLAIN = "--no-tui --no-socket --no-metrics -k 60s";

    private static final String QUIET = PLAIN + " -q";
    private static final String TALKATIVE = PLAIN + " -v";

    private static final String[] FORWARDED = {"USR1", "USR2", "WINCH", "HUP", "TERM", "INT"};

    @TempDir Path directory;

    /// Without a terminal, so that no signal can be taken to be the terminal's.
    private static Program start(List<String> before, List<String> command) throws Exception {
        return start(before, QUIET, command);
    }

    private static Program start(List<String> before, String options, List<String> command)
            throws Exception {
        Needs.tools("setsid");
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(before);
        words.add(Guard.BINARY.toString());
        words.addAll(List.of(options.split(" ", -1)));
        words.addAll(command);
        return Program.start(Guard.ENVIRONMENT, words);
    }

    private static void kill(String signal, long pid) throws Exception {
        assertEquals("", Program.output("kill", "-" + signal, Long.toString(pid)));
    }

    /// Sends each of them, and the first once more, so that whatever came before it has arrived.
    private static void assertEachIsHeardOnce(Listener listener, long sentinel, String... forwarded)
            throws Exception {
        listener.await("ready");
        List<String> expected = new ArrayList<>(List.of("ready"));
        for (String signal : forwarded) {
            kill(signal, sentinel);
            listener.await("SIG" + signal);
            expected.add("SIG" + signal);
        }
        kill(forwarded[0], sentinel);
        listener.await("SIG" + forwarded[0]);
        expected.add("SIG" + forwarded[0]);
        assertEquals(expected, listener.heard());
    }

    @Test
    void each_is_heard_exactly_once() throws Exception {
        Listener listener = Listener.in(directory, "heard");
        try (Program sentinel = start(List.of(), listener.words(FORWARDED))) {
            assertEachIsHeardOnce(listener, sentinel.pid(), FORWARDED);
            sentinel.signal("INT");
            assertEquals(129, sentinel.await(Guard.SOON).code());
        }
    }

    @Test
    void each_is_heard_exactly_once_when_sentinel_is_the_first_process() throws Exception {
        Needs.pidNamespace();
        Listener listener = Listener.in(directory, "heard");
        String[] forwarded = {"QUIT", "USR1", "USR2", "WINCH", "HUP", "TERM", "INT"};
        List<String> first = List.of("unshare", "-pf", "--mount-proc");
        try (Program unshare = start(first, TALKATIVE, listener.words(forwarded))) {
            Eventually.isTrue(
                    Guard.SOON,
                    "an ear for SIGQUIT",
                    () -> unshare.err().contains("SIGQUIT goes to the command"));
            long sentinel =
                    ProcessHandle.of(unshare.pid())
                            .orElseThrow()
                            .children()
                            .toList()
                            .getFirst()
                            .pid();
            assertEachIsHeardOnce(listener, sentinel, forwarded);
            kill("INT", sentinel);
            Program.Result result = unshare.await(Guard.SOON);
            assertEquals(129, result.code());
            assertEquals("", result.out());
            assertFalse(result.err().contains("Full thread dump"), result.err());
        }
    }

    @Test
    void a_polite_signal_that_is_not_heeded_is_followed_by_sigkill() throws Exception {
        Listener listener = Listener.in(directory, "heard");
        List<String> command = new ArrayList<>(List.of("-k", "200ms"));
        command.addAll(listener.words("HUP", "TERM"));
        try (Program sentinel = start(List.of(), command)) {
            listener.await("ready");
            sentinel.signal("HUP");
            assertEquals(129, sentinel.await(Guard.SOON).code());
            assertEquals(List.of("ready", "SIGHUP"), listener.heard());
        }
    }

    @Test
    void nohup_keeps_what_it_promises() throws Exception {
        Listener listener = Listener.in(directory, "heard");
        try (Program sentinel = start(List.of("nohup"), listener.words("HUP", "USR1"))) {
            listener.await("ready");
            sentinel.signal("HUP");
            sentinel.signal("USR1");
            listener.await("SIGUSR1");
            assertEquals(List.of("ready", "SIGUSR1"), listener.heard());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUP", "INT", "TERM", "USR1", "USR2", "WINCH"})
    void what_was_ignored_stays_ignored(String signal) throws Exception {
        String script = "trap '' %s; exec %s grep SigIgn /proc/self/status";
        String quietly = Guard.BINARY + " " + QUIET;
        String direct = Program.output("sh", "-c", script.formatted(signal, ""));
        Program.Result guarded =
                Program.shell(Guard.SOON, Guard.ENVIRONMENT, script.formatted(signal, quietly));
        assertEquals(direct, guarded.out() + guarded.err());
    }

    @Test
    void ctrl_c_on_a_terminal_is_heard_once_by_everybody() throws Exception {
        Listener command = Listener.in(directory, "command");
        Listener elsewhere = Listener.in(directory, "elsewhere");
        String tree =
                "setsid %s & exec %s"
                        .formatted(
                                String.join(" ", elsewhere.words("INT", "USR1")),
                                String.join(" ", command.words("INT", "USR1")));
        try (Terminal terminal = Terminal.open(100, 30)) {
            terminal.type("exec %s %s sh -c '%s'".formatted(Guard.BINARY, QUIET, tree));
            command.await("ready");
            elsewhere.await("ready");
            terminal.press("C-c");
            command.await("SIGINT");
            elsewhere.await("SIGINT");
            kill("USR1", terminal.shellPid());
            command.await("SIGUSR1");
            assertEquals(List.of("ready", "SIGINT", "SIGUSR1"), command.heard());
            assertEquals(List.of("ready", "SIGINT"), elsewhere.heard());
            terminal.press("C-c");
            terminal.awaitEnd();
        }
    }

    /// Listening to it costs memory, so only the first process of a container does.
    @Test
    void sigquit_spoils_neither_the_command_nor_its_output() throws Exception {
        Listener listener = Listener.in(directory, "heard");
        try (Program sentinel = start(List.of(), listener.words("USR1"))) {
            listener.await("ready");
            sentinel.signal("QUIT");
            sentinel.signal("USR1");
            listener.await("SIGUSR1");
            Eventually.isTrue(
                    Guard.SOON, "a thread dump", () -> sentinel.err().contains("Full thread dump"));
            assertEquals("", sentinel.out());
            assertTrue(sentinel.alive());
        }
    }
}
