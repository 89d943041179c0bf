package dev.sentinel;

import dev.sentinel.cli.SentinelCommand;

/// The program.
public final class Main {

    private Main() {}

    /// Runs the command line and ends with its exit code.
    public static void main(String[] arguments) {
        int code = SentinelCommand.execute(arguments);
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }
}
