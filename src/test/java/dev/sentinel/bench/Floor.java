package dev.sentinel.bench;

import java.io.IOException;

/// The least that a Java program can do that starts another: what Sentinel's start is compared
/// with.
final class Floor {

    private Floor() {}

    /// Runs the command in the arguments.
    public static void main(String[] command) throws IOException, InterruptedException {
        System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
