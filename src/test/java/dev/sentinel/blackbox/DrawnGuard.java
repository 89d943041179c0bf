package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Sentinel with the dashboard, started from the shell of a terminal, which may have had others
/// before.
///
/// @param before the settings of the terminal
record DrawnGuard(Terminal terminal, Path directory, String before) {

    static final String BINARY = Guard.BINARY.toString();

    private static final int LIMIT = 300;
    private static final int STEP = 50;

    /// Nothing is started yet.
    static DrawnGuard in(Terminal terminal, Path directory) throws Exception {
        setSize(terminal);
        terminal.type("clear");
        return new DrawnGuard(terminal, directory, settings(terminal));
    }

    private static String settings(Terminal terminal) throws Exception {
        return Program.output("stty", "-F", terminal.tty(), "-g").strip();
    }

    /// The size that the shell's window has.
    static void setSize(Terminal terminal) throws Exception {
        Program.output("stty", "-F", terminal.tty(), "cols", "100", "rows", "30");
    }

    /// Types the line and goes on.
    ///
    /// @param sentinel what runs it
    /// @param words its own options, then the command
    void type(String sentinel, String words) throws Exception {
        terminal.type(
                "%s --metrics 0 --socket %s %s; echo $? >%s"
                        .formatted(sentinel, directory.resolve("socket"), words, code()));
    }

    /// The same, until the screen shows that word.
    void draw(String sentinel, String words, String shown) throws Exception {
        type(sentinel, words);
        terminal.await("the table", screen -> screen.contains(shown));
        terminal.awaitModes("alternate=1 cursor=0");
    }

    /// Guards a command that does nothing until it is told to [#leak].
    void drawLeaker() throws Exception {
        String leaker = "java -jar %s --step %dM --every 100ms".formatted(Guard.LEAKER, STEP);
        String once = "until [ -e %s ]; do sleep 0.05; done".formatted(directory.resolve("go"));
        draw(
                "2>%s %s".formatted(err(), BINARY),
                "-m %dM sh -c '%s; exec %s'".formatted(LIMIT, once, leaker),
                "RUNNING");
    }

    void leak() throws Exception {
        assertFalse(ended());
        Files.createFile(directory.resolve("go"));
    }

    /// Whether the leaker was ended before it could leak much more, and nothing else was said. The
    /// last line is said behind the last words of the command, and gets lost with them on a
    /// terminal that takes nothing.
    void assertEnforced() throws Exception {
        awaitEnd(123);
        Matcher told =
                Pattern.compile("sentinel: sh: memory ([0-9.]+) MiB > .*\n(sentinel: sh: .*\n)?")
                        .matcher(Files.readString(err()));
        assertTrue(told.matches(), Files.readString(err()));
        assertTrue(Double.parseDouble(told.group(1)) < LIMIT + 2 * STEP, told.group());
    }

    void signal(String name) throws Exception {
        Program.output("pkill", "-" + name, "-f", "dev.sentinel.Main.*" + directory);
    }

    Path code() {
        return directory.resolve("code");
    }

    private Path err() {
        return directory.resolve("err");
    }

    boolean ended() throws Exception {
        return Files.exists(code()) && Files.size(code()) > 0;
    }

    void awaitEnd(int code) throws Exception {
        Eventually.isTrue(Guard.SOON, "the end", this::ended);
        assertEquals(code, Integer.parseInt(Files.readString(code()).strip()));
    }

    /// Waits for the end, for a terminal that is as it was, and for those words on it.
    String assertLeft(int code, String words) throws Exception {
        awaitEnd(code);
        assertSane();
        return terminal.await(words, screen -> screen.contains(words));
    }

    /// The main screen, with a cursor, and the settings of before.
    void assertSane() throws Exception {
        terminal.awaitModes("alternate=0 cursor=1");
        var _ =
                Eventually.get(
                        Guard.SOON,
                        "the settings of before",
                        () -> settings(terminal),
                        before::equals);
    }
}
