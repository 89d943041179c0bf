package dev.sentinel.manual;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Completion for zsh: a function for `_arguments`, which knows values, clusters of letters and
/// where options end by itself.
record ZshCompletion(Grammar grammar) {

    private static final String SCRIPT =
            """
            #compdef @NAME@
            # Completion of @NAME@ in zsh. To use it now, and in every new shell from a directory of $fpath:
            #   source <(@NAME@ completion zsh)
            #   @NAME@ completion zsh >~/.zfunc/_@NAME@

            _@NAME@() {
                local -i first=$((CURRENT == 2))
                if ((CURRENT > 2)); then
                    case $words[2] in
                        @PREFIXES@)
                            shift words
                            ((CURRENT--))
                            ;;
            @ANSWERS@
                    esac
                fi
                _arguments -s -S -A '-*' \\
            @OPTIONS@
                    '(-)1: :_@NAME@_first' \\
                    '(-)*:: :_normal'
            }

            # The first word that is no option: a command to guard; at the very beginning also a subcommand.
            _@NAME@_first() {
                local -a subcommands=(
            @SUBCOMMANDS@
                )
                local -i ret=1
                ((first)) && _describe -t subcommands subcommand subcommands && ret=0
                _command_names -e && ret=0
                return ret
            }

            # What a running @NAME@ guards.
            _@NAME@_targets() {
                local -a targets=(${(f)"$(_call_program targets @NAME@ status -o name 2>/dev/null)"})
                compadd -a targets
            }

            if [[ $funcstack[1] == _@NAME@ ]]; then
                _@NAME@ "$@"
            else
                compdef _@NAME@ @NAME@
            fi
            """;

    String script() {
        return SCRIPT.replace("@PREFIXES@", Grammar.names(grammar.prefixes(), "|"))
                .replace("@ANSWERS@", lines(grammar.answers(), ZshCompletion::answer))
                .replace("@OPTIONS@", arguments(grammar, 8) + " \\")
                .replace("@SUBCOMMANDS@", lines(grammar.subcommands(), ZshCompletion::subcommand))
                .replace("@NAME@", grammar.name());
    }

    private static String lines(List<Grammar> commands, Function<Grammar, String> line) {
        return commands.stream().map(line).collect(Collectors.joining("\n"));
    }

    private static String answer(Grammar command) {
        return """
                    %s)
                        shift words
                        ((CURRENT--))
                        _arguments -s -S \\
        %s
                        return
                        ;;\
        """
                .formatted(command.name(), arguments(command, 20));
    }

    private static String subcommand(Grammar command) {
        return "        " + quoted(command.name() + ":" + escaped(command.summary(), ":"));
    }

    /// The options and parameters of one command, as words of one command line.
    private static String arguments(Grammar command, int indent) {
        List<String> all = new ArrayList<>();
        command.options().forEach(option -> all.add(option(option)));
        command.parameters().forEach(parameter -> all.add(parameter(parameter)));
        return all.stream()
                .map(argument -> " ".repeat(indent) + argument)
                .collect(Collectors.joining(" \\\n"));
    }

    private static String option(OptionSpec option) {
        String tail = "[" + escaped(Grammar.description(option), "[", "]") + "]" + value(option);
        List<String> spellings =
                Stream.of(option.names()).map(name -> name + attached(option, name)).toList();
        if (spellings.size() == 1) {
            return quoted(spellings.getFirst() + tail);
        }
        // One excludes the other spellings of itself.
        return quoted("(" + String.join(" ", option.names()) + ")")
                + ("{" + String.join(",", spellings) + "}")
                + quoted(tail);
    }

    /// How a value may follow: `-m1G` or `-m 1G`, `--memory=1G` or `--memory 1G`.
    private static String attached(OptionSpec option, String name) {
        if (!Grammar.takesValue(option)) {
            return "";
        }
        return Grammar.isLetter(name) ? "+" : "=";
    }

    private static String parameter(PositionalParamSpec parameter) {
        String place = Grammar.repeats(parameter) ? "*" : "" + Grammar.place(parameter);
        return quoted(place + value(parameter));
    }

    private static String value(ArgSpec argument) {
        String message = ":" + escaped(argument.paramLabel(), ":") + ":";
        return switch (Expected.by(argument)) {
            case Expected.Nothing() -> "";
            case Expected.OneOf(var words) -> message + "(" + String.join(" ", words) + ")";
            case Expected.File() -> message + "_files";
            case Expected.Target() -> message + "_@NAME@_targets";
            case Expected.Anything() -> message + " ";
        };
    }

    private static String escaped(String text, String... special) {
        String escaped = text.replace("\\", "\\\\");
        for (String character : special) {
            escaped = escaped.replace(character, "\\" + character);
        }
        return escaped;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
