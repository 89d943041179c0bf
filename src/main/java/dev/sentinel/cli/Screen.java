package dev.sentinel.cli;

import dev.sentinel.linux.Self;

import java.util.Map;

/// What stdout is to whoever looks at it.
///
/// @param terminal whether it is a terminal that can be drawn on
/// @param columns how many characters a line may have
/// @param rows how many lines there may be
/// @param colours whether colours are wanted (no-color.org)
record Screen(boolean terminal, int columns, int rows, boolean colours) {

    static final int ENDLESS = Integer.MAX_VALUE;

    /// What stdout is now.
    static Screen ofOutput() {
        return Self.isTerminal(Self.Stream.OUTPUT)
                ? ofTerminal(Self.terminalSize(Self.Stream.OUTPUT), System.getenv())
                : new Screen(false, ENDLESS, ENDLESS, false);
    }

    private static Screen ofTerminal(Self.Size size, Map<String, String> environment) {
        boolean smart = !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Screen(
                smart, size.columns(), size.rows(), smart && !environment.containsKey("NO_COLOR"));
    }
}
