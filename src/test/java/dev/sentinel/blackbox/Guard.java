package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The built Sentinel guarding a command, as a user would start it, with a socket and a port of its
/// own so that tests do not meet.
final class Guard implements AutoCloseable {

    static final Path BINARY = Path.of("target/sentinel").toAbsolutePath();
    static final Path LEAKER = Path.of("target/leaker.jar").toAbsolutePath();

    /// Unpacked once for all tests, and not into the home of whoever runs them.
    static final Map<String, String> ENVIRONMENT =
            Map.of("XDG_CACHE_HOME", Path.of("target/test-cache").toAbsolutePath().toString());

    static final Duration SOON = Duration.ofSeconds(15);

    private final Path directory;
    private final Path socket;
    private final Program program;

    private Guard(Path directory, Path socket, Program program) {
        this.directory = directory;
        this.socket = socket;
        this.program = program;
    }

    /// Starts it with options and the command, plain, on any free port.
    static Guard start(String... arguments) throws Exception {
        Path directory = Files.createTempDirectory("sentinel-test-");
        Path socket = directory.resolve("socket");
        List<String> command = new ArrayList<>();
        command.addAll(List.of(BINARY.toString(), "-v", "--no-tui", "--metrics", "0"));
        command.addAll(List.of("--socket", socket.toString()));
        command.addAll(List.of(arguments));
        return new Guard(directory, socket, Program.start(ENVIRONMENT, command));
    }

    /// Starts it somewhere else than here, and quickly: without an exporter.
    static Guard start(Surroundings surroundings, String... arguments) throws Exception {
        return start(List.of(), surroundings, words(List.of("-m", "0"), arguments));
    }

    /// The same by way of another program, which runs the words that follow its own.
    static Guard start(List<String> way, Surroundings surroundings, String... arguments)
            throws Exception {
        Path directory = Files.createTempDirectory("sentinel-test-");
        surroundings.open(directory);
        Path socket = directory.resolve("socket");
        List<String> words = new ArrayList<>(List.of("-v", "--no-tui", "--no-metrics"));
        words.addAll(List.of("--socket", socket.toString()));
        words.addAll(List.of(arguments));
        List<String> command = new ArrayList<>(way);
        command.addAll(surroundings.assume().sentinel(words));
        return new Guard(directory, socket, Program.start(ENVIRONMENT, command));
    }

    /// Tells it to end its target, as soon as it can be told.
    void stop() throws Exception {
        awaitSocket();
        ask("stop");
    }

    void awaitSocket() throws Exception {
        Eventually.isTrue(SOON, "the socket", () -> Files.exists(socket));
    }

    /// Until then it may still be at work.
    void awaitWatchdogsEnd(Duration deadline) throws Exception {
        Eventually.isTrue(deadline, "the watchdog to end", () -> watchdogs().isEmpty());
    }

    /// Pids of the shells that wait for its death.
    Set<Long> watchdogs() throws IOException {
        String sentinel = Long.toString(program.pid());
        return CommandLines.of(words ->
                        words.stream().anyMatch(word -> word.endsWith("/lib/watchdog"))
                                && words.getLast().equals(sentinel))
                .keySet();
    }

    /// The words that run the leaker with these options.
    static String[] leaker(String... options) {
        List<String> words = new ArrayList<>(List.of("java", "-jar", LEAKER.toString()));
        words.addAll(List.of(options));
        return words.toArray(String[]::new);
    }

    /// Options first, then a command.
    static String[] words(List<String> options, String... command) {
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of(command));
        return words.toArray(String[]::new);
    }

    /// Runs Sentinel itself with nothing added, to its end.
    static Program.Result run(String... arguments) throws Exception {
        return run(Map.of(), arguments);
    }

    static Program.Result run(Map<String, String> environment, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(BINARY.toString()));
        command.addAll(List.of(arguments));
        Map<String, String> all = new java.util.HashMap<>(ENVIRONMENT);
        all.putAll(environment);
        return Program.run(SOON, all, command);
    }

    Path socket() {
        return socket;
    }

    Program program() {
        return program;
    }

    Program.Result await() throws Exception {
        return program.await(SOON);
    }

    /// What the control socket answers, asked with the real nc.
    String ask(String request) throws Exception {
        return Program.output("sh", "-c", "echo '%s' | nc -U %s".formatted(request, socket));
    }

    /// Waits until the socket answers and the target runs.
    Guard awaitRunning() throws Exception {
        Eventually.isTrue(
                SOON,
                "the target to run",
                () -> Files.exists(socket) && ask("status").contains(" RUNNING "));
        return this;
    }

    /// The base address of the exporter.
    String url() throws Exception {
        Pattern address = Pattern.compile("metrics at (https?://\\S+)/metrics");
        Matcher found =
                Eventually.get(
                        SOON,
                        "the exporter to be announced",
                        () -> address.matcher(program.err()),
                        Matcher::find);
        return found.group(1);
    }

    String scrape() throws Exception {
        return Program.output("curl", "-sf", url() + "/metrics");
    }

    /// The sum over all series of that name.
    double metric(String name) throws Exception {
        return scrape().lines()
                .filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// User and system time of Sentinel: fields 14 and 15 of its stat, in ticks.
    double cpuSeconds() throws Exception {
        String stat = Files.readString(Path.of("/proc/%d/stat".formatted(program.pid())));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        double ticks = Double.parseDouble(Program.output("getconf", "CLK_TCK"));
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / ticks;
    }

    /// Pid of the guarded command.
    long targetPid() throws Exception {
        Matcher found =
                Eventually.get(
                        SOON,
                        "a pid in the status",
                        () -> Pattern.compile("pid (\\d+)").matcher(ask("status")),
                        Matcher::find);
        return Long.parseLong(found.group(1));
    }

    @Override
    public void close() throws IOException {
        program.close();
        Directories.remove(directory);
    }
}
