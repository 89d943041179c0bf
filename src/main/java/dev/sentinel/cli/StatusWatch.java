package dev.sentinel.cli;

import dev.sentinel.view.StatusReply;
import dev.sentinel.view.socket.NotAnswered;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A status that is told anew every second, until Sentinel is gone or nobody reads on. A terminal
/// is drawn over; anything else gets one block after another.
///
/// @param names which targets; none for all
/// @param screen what stdout was at the beginning
record StatusWatch(Dialogue talk, List<String> names, StatusForm form, Screen screen) {

    private static final Duration BEAT = Duration.ofSeconds(1);

    /// Control sequences of ECMA-48, and DEC's for the cursor.
    private static final String CLEAR = "\u001b[H\u001b[2J";

    private static final String HOME = "\u001b[H";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";

    int run() throws NotAnswered {
        // Before the screen is touched: whatever is wrong is told on a screen as it was.
        StatusReply first = talk.status(names);
        if (!drawn()) {
            return watch(first);
        }
        PrintStream out = talk.out();
        // Ctrl-C ends the JVM by way of its hooks.
        Runnable restore = () -> out.print(SHOW_CURSOR);
        Runtime.getRuntime().addShutdownHook(new Thread(restore));
        out.print(HIDE_CURSOR + CLEAR);
        try {
            return watch(first);
        } finally {
            restore.run();
        }
    }

    /// Programs read line by line what they get, on whatever.
    private boolean drawn() {
        return screen.terminal() && form != StatusForm.JSON;
    }

    private int watch(StatusReply first) throws NotAnswered {
        StatusReply status = first;
        for (boolean again = false; show(status, again); again = true) {
            try {
                if (new CountDownLatch(1).await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
                status = talk.status(names);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                break;
            } catch (NotAnswered gone) {
                if (gone.why() == NotAnswered.Why.TIMED_OUT) {
                    throw gone;
                }
                throw ended();
            }
        }
        return ExitCode.OK;
    }

    private AskFailed ended() {
        return new AskFailed(
                ExitCode.NO_SERVER,
                "the Sentinel at %s has ended; above is what it told last"
                        .formatted(talk.sentinel().path()));
    }

    /// @return whether anybody reads
    private boolean show(StatusReply status, boolean again) {
        talk.out()
                .print(
                        drawn()
                                ? frame(status, again ? Screen.now() : screen)
                                : block(status, again));
        return !talk.out().checkError();
    }

    private String block(StatusReply status, boolean again) {
        String text = form.text(status, Screen.ENDLESS, false) + "\n";
        return again && form != StatusForm.JSON ? "\n" + text : text;
    }

    /// Drawn over the last one, so that nothing flickers.
    ///
    /// @param now the terminal, which may have another size than before
    private String frame(StatusReply status, Screen now) {
        List<String> lines = form.text(status, now.columns(), now.colours()).lines().toList();
        StringBuilder frame = new StringBuilder(HOME);
        // The last line is the cursor's.
        int room = Math.max(1, now.rows() - 1);
        boolean all = lines.size() <= room;
        lines.stream()
                .limit(all ? room : room - 1)
                .forEach(line -> frame.append(line).append(CLEAR_LINE + "\n"));
        if (!all) {
            String more = "and %d more; name those to be shown".formatted(lines.size() - room + 1);
            frame.append(more, 0, Math.min(more.length(), now.columns())).append(CLEAR_LINE + "\n");
        }
        return frame.append(CLEAR_BELOW).toString();
    }
}
