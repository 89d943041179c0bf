package dev.sentinel.manual;

import picocli.CommandLine.Model.CommandSpec;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A shell that can complete Sentinel's command line.
public enum Shell {
    BASH,
    ZSH,
    FISH;

    public static Optional<Shell> named(String name) {
        return Stream.of(values()).filter(shell -> shell.toString().equals(name)).findFirst();
    }

    /// The script that this shell reads, whole.
    ///
    /// @param spec the command with all of its subcommands
    public String completion(CommandSpec spec) {
        Grammar grammar = new Grammar(spec);
        return switch (this) {
            case BASH -> new BashCompletion(grammar).script();
            case ZSH -> new ZshCompletion(grammar).script();
            case FISH -> new FishCompletion(grammar).script();
        };
    }

    /// Its name as one types it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
