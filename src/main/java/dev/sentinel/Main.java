package dev.sentinel;

import dev.sentinel.cli.SentinelCommand;

/// The program.
public final class Main {

    private Main() {}

    /// Runs the command line and ends with its exit code.
    public static void main(String[] arguments) {
        int code = SentinelCommand.execute(arguments);
        // Not System.exit, which brings up the JDK's loggers to note that it was called. There is
        // nothing to flush: a line that was printed is written, and a stream that is stuck would
        // keep Sentinel from ending.
        Runtime.getRuntime().halt(code);
    }
}
