package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program being run, its output kept in files. Ended at the end of the block, whatever happens.
final class Program implements AutoCloseable {

    /// What a finished run leaves.
    record Result(int code, String out, String err, Duration took) {}

    private final Process process;
    private final Path out;
    private final Path err;
    private final long startedAt = System.nanoTime();

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Program start(Map<String, String> environment, List<String> command) throws IOException {
        Path out = Files.createTempFile("out-", ".txt");
        Path err = Files.createTempFile("err-", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Program(builder.start(), out, err);
    }

    /// Runs to the end.
    static Result run(Duration deadline, Map<String, String> environment, List<String> command)
            throws Exception {
        try (Program program = start(environment, command)) {
            return program.await(deadline);
        }
    }

    /// Runs a script to the end.
    static Result shell(Duration deadline, Map<String, String> environment, String script)
            throws Exception {
        return run(deadline, environment, List.of("sh", "-c", script));
    }

    /// Runs a tool to the end and gives its output.
    static String output(String... command) throws Exception {
        Result result = run(Duration.ofSeconds(20), Map.of(), List.of(command));
        return result.out() + result.err();
    }

    Result await(Duration deadline) throws Exception {
        if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(
                    "still running after %s; stdout: %s; stderr: %s"
                            .formatted(deadline, out(), err()));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        return new Result(process.exitValue(), out(), err(), took);
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    void signal(String name) throws Exception {
        output("kill", "-" + name, Long.toString(pid()));
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
    }
}
