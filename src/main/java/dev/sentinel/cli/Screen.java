package dev.sentinel.cli;

import dev.sentinel.linux.Self;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stdout is to whoever looks at it.
///
/// @param terminal whether it is a terminal that can be drawn on
/// @param columns how many characters a line may have
/// @param rows how many lines there may be
/// @param colours whether colours are wanted (no-color.org)
record Screen(boolean terminal, int columns, int rows, boolean colours) {

    static final int ENDLESS = Integer.MAX_VALUE;

    private static final Screen NONE = new Screen(false, ENDLESS, ENDLESS, false);
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5}) (\\d{1,5})");

    /// What stdout was at the start. The script that starts Sentinel has found out, for the first
    /// call into C costs a client more than all the rest.
    static Screen atStart() {
        String told = System.getProperty("sentinel.terminal");
        if (told == null) {
            return Self.isTerminal(Self.Stream.OUTPUT) ? now() : NONE;
        }
        Matcher size = SIZE.matcher(told);
        return size.matches()
                ? ofTerminal(
                        Integer.parseInt(size.group(1)),
                        Integer.parseInt(size.group(2)),
                        System.getenv())
                : NONE;
    }

    /// Whether keys can be read from the terminal. Opening is the only sure test: a process without
    /// a controlling terminal has a /dev/tty too.
    static boolean hasKeyboard() {
        try (FileInputStream _ = new FileInputStream("/dev/tty")) {
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    /// What it is now, when it is a terminal.
    static Screen now() {
        Self.Size size = Self.terminalSize(Self.Stream.OUTPUT);
        return ofTerminal(size.rows(), size.columns(), System.getenv());
    }

    /// @param rows zero when the terminal does not tell, and then it is taken for a VT100
    static Screen ofTerminal(int rows, int columns, Map<String, String> environment) {
        boolean smart = !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Screen(
                smart,
                columns > 0 ? columns : 80,
                rows > 0 ? rows : 24,
                smart && !environment.containsKey("NO_COLOR"));
    }
}
