package dev.sentinel.cli;

import picocli.CommandLine.Model.OptionSpec;

import java.util.List;

/// One option of guarding a command.
///
/// @param names `-m`, `--memory`; the first long one is also the name of its variable
/// @param label what stands for its value in the help; empty for a flag
/// @param text its line in the help
/// @param role what it is to picocli
record RunOption(List<String> names, String label, String text, Role role) {

    /// What giving it means.
    enum Role {
        /// It sets something.
        SETTING,
        /// It sets something that only benchmarks ask for; neither help, man page nor completions
        /// tell of it.
        HIDDEN_SETTING,
        /// It asks for the help and for nothing else.
        HELP,
        /// It asks for the version and for nothing else.
        VERSION
    }

    /// One that takes a value.
    static RunOption value(String label, String text, String... names) {
        return new RunOption(List.of(names), label, text, Role.SETTING);
    }

    /// One that is there or not.
    static RunOption flag(String text, String... names) {
        return new RunOption(List.of(names), "", text, Role.SETTING);
    }

    /// One that takes a value and is not told of.
    static RunOption hidden(String label, String text, String... names) {
        return new RunOption(List.of(names), label, text, Role.HIDDEN_SETTING);
    }

    /// Whether it asks for something in place of guarding.
    boolean asks() {
        return role == Role.HELP || role == Role.VERSION;
    }

    /// The name by which the code knows it.
    String longName() {
        for (String name : names) {
            if (name.startsWith("--")) {
                return name;
            }
        }
        throw new IllegalStateException("no long name: " + names);
    }

    /// Whether a word may give this option, also together with others or with its value: `-qv`,
    /// `-m1G`, `--memory=1G`.
    boolean mayBeIn(String word) {
        boolean single = word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-';
        for (String name : names) {
            boolean isLong = name.startsWith("--");
            if (isLong ? word.startsWith(name) : single && word.indexOf(name.charAt(1)) > 0) {
                return true;
            }
        }
        return false;
    }

    /// The same for picocli.
    OptionSpec spec() {
        OptionSpec.Builder spec =
                OptionSpec.builder(names.toArray(new String[0]))
                        .description(text)
                        .hidden(role == Role.HIDDEN_SETTING)
                        .usageHelp(role == Role.HELP)
                        .versionHelp(role == Role.VERSION);
        return label.isEmpty()
                ? spec.type(boolean.class).arity("0").build()
                : spec.type(String.class).paramLabel(label).build();
    }
}
