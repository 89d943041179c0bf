package dev.sentinel.blackbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// Processes that bear a mark in their command lines, so that they are found wherever they have
/// gone. Whatever is left of them is killed at the end of the block.
final class Herd implements AutoCloseable {

    /// The system's own: a user's may be out of reach for other users, or a script.
    static final String PYTHON = "/usr/bin/python3";

    /// A script for a shell: the command itself, a child, a session of its own, and a daemon.
    static final String FOUR_KINDS =
            """
            sleep $1 &
            setsid sleep $1 &
            (setsid sleep $1 &) &
            exec sleep $1
            """;

    private static final AtomicLong HERDS = new AtomicLong();

    private final String mark;

    private Herd(String mark) {
        this.mark = mark;
    }

    /// With a mark that is a number of seconds too, and that no other mark begins with.
    static Herd marked() {
        return new Herd(
                "98765.%07d%04d".formatted(ProcessHandle.current().pid(), HERDS.incrementAndGet()));
    }

    String mark() {
        return mark;
    }

    /// A shell that runs the script and knows the mark as `$1`.
    String[] shell(String script) {
        return new String[] {"sh", "-c", script, "sh", mark};
    }

    /// The same after an option for the grace period.
    String[] shell(Duration grace, String script) {
        return Guard.words(gracePeriod(grace), shell(script));
    }

    /// A Python that runs the script and knows the mark as its first argument, after an option for
    /// the grace period.
    String[] python(Duration grace, String script, String... arguments) {
        String[] command = Guard.words(List.of(PYTHON, "-c", script, mark), arguments);
        return Guard.words(gracePeriod(grace), command);
    }

    private static List<String> gracePeriod(Duration grace) {
        return List.of("-k", grace.toMillis() + "ms");
    }

    /// How many run that program with the mark as an argument.
    int count(String program) throws IOException {
        Predicate<List<String>> bearers =
                words -> words.getFirst().endsWith(program) && words.contains(mark);
        return CommandLines.of(bearers).size();
    }

    /// Everybody who has the mark anywhere, also inside of a script; Sentinel itself among them
    /// while it runs.
    Map<Long, List<String>> left() throws IOException {
        return CommandLines.of(words -> words.stream().anyMatch(word -> word.contains(mark)));
    }

    void awaitCount(String program, int count) throws Exception {
        Eventually.isTrue(Guard.SOON, count + " × " + program, () -> count(program) == count);
    }

    void awaitNobody(Duration deadline) throws Exception {
        var _ = Eventually.get(deadline, "nobody to be left", this::left, Map::isEmpty);
    }

    /// Kills whatever is left, and those who were born meanwhile.
    void end() throws IOException {
        for (var left = left().keySet(); !left.isEmpty(); left = left().keySet()) {
            left.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).forEach(Herd::end);
        }
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        // One whose new parent does not ask for its status would be waited for in vain.
        process.onExit().completeOnTimeout(process, 1, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() throws IOException {
        end();
    }
}
