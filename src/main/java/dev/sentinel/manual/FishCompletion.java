package dev.sentinel.manual;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Completion for fish: a line an option, under the condition that the command has not begun yet.
///
/// fish has a function for commands that run others, but that takes the value of an option such as
/// `-m` for the command, unless it has words of its own; so where the command begins is found here.
record FishCompletion(Grammar grammar) {

    private static final String SCRIPT =
            """
            # Completion of @NAME@ in fish. To use it now and in every new shell:
            #   @NAME@ completion fish | source
            #   @NAME@ completion fish >~/.config/fish/completions/@NAME@.fish

            # The words of the command to guard, up to the cursor; fails while options may still come.
            function __@NAME@_guarded
                set -l words (commandline -opc)
                set -e words[1]
                contains -- "$words[1]" @PREFIXES@; and set -e words[1]
                while set -q words[1]
                    switch $words[1]
                        case --
                            set -e words[1]
                            string escape -- $words
                            return 0
                        case @WITH_VALUE@
                            set -e words[1]
                            set -q words[1]; and set -e words[1]
                        case '-*'
                            set -e words[1]
                        case '*'
                            string escape -- $words
                            return 0
                    end
                end
                return 1
            end

            function __@NAME@_at_options
                not __@NAME@_asked @ANSWERS@; and not __@NAME@_guarded >/dev/null
            end

            # Whether the very first word is one of these.
            function __@NAME@_asked
                set -l words (commandline -opc)
                contains -- "$words[2]" $argv
            end

            # Whether the cursor is at that word behind the very first one.
            function __@NAME@_at_word
                test (count (commandline -opc)) -eq (math $argv[1] + 1)
            end

            # What a running @NAME@ guards.
            function __@NAME@_targets
                @NAME@ status -o name 2>/dev/null
            end

            function __@NAME@_at_first_word
                test (count (commandline -opc)) -eq 1
            end

            # As the command would be completed by itself.
            function __@NAME@_command
                set -l words (__@NAME@_guarded) (commandline -ct)
                complete --do-complete="$words"
            end

            complete -c @NAME@ -f
            complete -c @NAME@ -n 'not __@NAME@_asked @ANSWERS@' -x -a '(__@NAME@_command)'
            @LINES@
            """;

    String script() {
        List<String> lines = new ArrayList<>();
        for (Grammar command : grammar.subcommands()) {
            lines.add(
                    line("at_first_word")
                            + (" -a " + command.name() + " -d " + quoted(command.summary())));
        }
        grammar.options().forEach(option -> lines.add(line("at_options") + option(option)));
        for (Grammar command : grammar.answers()) {
            String asked = line("asked " + command.name());
            command.parameters()
                    .forEach(parameter ->
                            lines.add(line(place(command, parameter)) + value(parameter)));
            command.options().forEach(option -> lines.add(asked + option(option)));
        }
        return SCRIPT.replace("@LINES@", String.join("\n", lines))
                .replace("@PREFIXES@", Grammar.names(grammar.prefixes(), " "))
                .replace("@ANSWERS@", Grammar.names(grammar.answers(), " "))
                .replace("@WITH_VALUE@", patterns())
                .replace("@NAME@", grammar.name());
    }

    private static String line(String condition) {
        return "complete -c @NAME@ -n '__@NAME@_" + condition + "'";
    }

    /// Behind which words a parameter may stand.
    private static String place(Grammar command, PositionalParamSpec parameter) {
        String asked = "asked " + command.name();
        return Grammar.repeats(parameter)
                ? asked
                : asked + "; and __@NAME@_at_word " + Grammar.place(parameter);
    }

    private static String option(OptionSpec option) {
        String names =
                Stream.of(option.names())
                        .map(name ->
                                Grammar.isLetter(name)
                                        ? " -s " + name.substring(1)
                                        : " -l " + name.substring(2))
                        .collect(Collectors.joining());
        return names + value(option) + " -d " + quoted(Grammar.description(option));
    }

    private static String value(ArgSpec argument) {
        return switch (Expected.by(argument)) {
            case Expected.Nothing() -> "";
            case Expected.OneOf(var words) -> " -x -a " + quoted(String.join(" ", words));
            case Expected.File() -> " -r -F";
            case Expected.Target() -> " -x -a '(__@NAME@_targets)'";
            case Expected.Anything() -> " -x";
        };
    }

    /// All spellings of options that a value follows, also behind the letter of a flag.
    private String patterns() {
        List<String> patterns = new ArrayList<>();
        for (OptionSpec option : grammar.optionsWithValue()) {
            for (String name : option.names()) {
                patterns.add(name);
                if (Grammar.isLetter(name)) {
                    grammar.flagLetters()
                            .chars()
                            .forEach(flag -> patterns.add("-" + (char) flag + name.charAt(1)));
                }
            }
        }
        return String.join(" ", patterns);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
