package dev.sentinel.leaker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Further processes that run this same program with the same options.
 *
 * <p>They are left behind on purpose when this process is ended: to find them is the guardian's
 * work.
 */
record Copies(List<Process> processes) {
    /** Starts as many copies as the options ask for; a copy never starts copies itself. */
    static Copies start(Options options) throws IOException {
        List<String> command = command(options.inherited());
        List<Process> processes = new ArrayList<>();
        for (int child = 0; child < options.children(); child++) {
            processes.add(start(command));
        }
        if (options.escapes()) {
            List<String> escape = new ArrayList<>(command);
            escape.add(0, "setsid");
            processes.add(start(escape));
        }
        return new Copies(List.copyOf(processes));
    }

    /** Returns when every copy has ended. */
    void await() throws InterruptedException {
        for (Process process : processes) {
            process.waitFor();
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Leaker.class.getName());
        command.addAll(arguments);
        return command;
    }
}
