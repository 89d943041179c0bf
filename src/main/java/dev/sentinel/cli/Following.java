package dev.sentinel.cli;

import dev.sentinel.linux.Self;
import dev.sentinel.view.Sgr;
import dev.sentinel.view.StyledLines;
import dev.sentinel.view.StyledText;
import dev.sentinel.view.socket.NotAnswered;

import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.util.regex.Pattern;

/// One answer of many lines, told as they come, until no more comes or nobody reads on. Ctrl-C ends
/// it the way it ends every program, with 130.
final class Following {

    static final RunOption OPTION =
            RunOption.flag("Go on and tell what comes, until Ctrl-C.", "-f", "--follow");

    /// The first line may be a refusal. It may be foreign as well, and anybody can write ERR.
    private static final Pattern REFUSAL =
            Pattern.compile(
                    "ERR (?:unknown-verb|unknown-target|usage|bad-value|no-output|busy) .*");

    private final Dialogue talk;
    private final String label;
    private final boolean colours;
    private final StyledLines shown = new StyledLines();
    private boolean begun;
    private int code = ExitCode.OK;

    /// @param label what stands in front of each line
    /// @param colours whether the reader is a terminal that shows them
    Following(Dialogue talk, String label, boolean colours) {
        this.talk = talk;
        this.label = label;
        this.colours = colours;
    }

    static boolean isAsked(ParseResult asked) {
        return asked.hasMatchedOption(OPTION.longName());
    }

    /// Tells what is answered now and from now on.
    ///
    /// @return the exit code
    int follow(String request) throws NotAnswered {
        endWithTheReader(Thread.currentThread());
        talk.sentinel().follow(request, Dialogue.PATIENCE, this::tell);
        return code;
    }

    /// Tells what is answered now, and no more.
    ///
    /// @return the exit code
    int once(String request) throws NotAnswered {
        String reply = talk.sentinel().ask(request, Dialogue.PATIENCE);
        // Nothing to tell is an empty line.
        if (!reply.isBlank()) {
            reply.lines().takeWhile(this::tell).forEach(_ -> {});
        }
        return code;
    }

    /// Whoever reads may be gone long before the next line comes.
    private static void endWithTheReader(Thread follower) {
        Runnable wait =
                () -> {
                    if (Self.awaitReadersEnd(Self.Stream.OUTPUT)) {
                        follower.interrupt();
                    }
                };
        Thread.ofPlatform().name("reader").daemon().start(wait);
    }

    /// @return whether more is wanted
    private boolean tell(String line) {
        boolean refused = !begun && REFUSAL.matcher(line).matches();
        begun = true;
        if (refused) {
            code = talk.tell(line);
            return false;
        }
        PrintStream out = talk.out();
        StyledText text = shown.next(line);
        out.println(label + (colours ? Sgr.of(text) : text.text()));
        return !out.checkError();
    }
}
