package dev.sentinel;

import dev.sentinel.cli.SentinelCommand;

/// The program.
public final class Main {

    private Main() {}

    /// Runs the command line and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(SentinelCommand.execute(arguments));
    }
}
