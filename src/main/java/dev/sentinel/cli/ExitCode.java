package dev.sentinel.cli;

import dev.sentinel.model.Ending;
import dev.sentinel.model.StopCause;
import dev.sentinel.view.socket.NotAnswered;

/// Exit codes are an interface; this is their one place. Pure.
final class ExitCode {

    static final int OK = 0;

    // Of commands that ask a running Sentinel.
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int NO_SERVER = 3;
    static final int UNKNOWN_NAME = 4;
    static final int TIMED_OUT = 5;

    /// Ctrl-C, read as a key.
    static final int INTERRUPTED = 130;

    static final int MEMORY_LIMIT = 123;
    static final int SENTINEL_FAILED = 125;
    static final int NOT_EXECUTABLE = 126;
    static final int NOT_FOUND = 127;
    private static final int SIGNAL_BASE = 128;

    private ExitCode() {}

    static int of(NotAnswered.Why why) {
        return switch (why) {
            case NO_SERVER -> NO_SERVER;
            case REFUSED -> REFUSED;
            case TIMED_OUT -> TIMED_OUT;
        };
    }

    /// @param preserveStatus after a breach: the command's own status in place of 123
    static int of(Ending ending, boolean preserveStatus) {
        return switch (ending) {
            case Ending.NeverStarted(var failure) ->
                    switch (failure.kind()) {
                        case NOT_FOUND -> NOT_FOUND;
                        case NOT_EXECUTABLE -> NOT_EXECUTABLE;
                        case SENTINEL_FAILED -> SENTINEL_FAILED;
                    };
            case Ending.ByItself(var exit, _) -> exit.shellCode();
            case Ending.Stopped stopped -> of(stopped, preserveStatus);
        };
    }

    private static int of(Ending.Stopped stopped, boolean preserveStatus) {
        return switch (stopped.cause()) {
            case StopCause.MemoryLimit _ -> preserveStatus ? own(stopped) : MEMORY_LIMIT;
            case StopCause.Signalled(var received) -> SIGNAL_BASE + received.signal().number();
            case StopCause.Requested _, StopCause.Restart _ -> own(stopped);
            case StopCause.LeftBehind(var exit) -> exit.shellCode();
        };
    }

    private static int own(Ending.Stopped stopped) {
        return stopped.exit()
                .map(exit -> exit.shellCode())
                .orElse(SIGNAL_BASE + stopped.signals().getLast().number());
    }
}
