package dev.sentinel.manual;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Completion for bash 4 and later. It goes over the words as the parser does, and hands what
/// follows the options to whatever completes the command; bash-completion is used where it is
/// loaded.
record BashCompletion(Grammar grammar) {

    private static final String SCRIPT =
            """
            # Completion of @NAME@ in bash. To use it now and in every new shell:
            #   eval "$(@NAME@ completion bash)"
            #   @NAME@ completion bash >~/.local/share/bash-completion/completions/@NAME@

            _@NAME@() {
                local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} at=1
                COMPREPLY=()
                # bash makes three words of --name=value.
                [[ $cur == [=:] ]] && cur=
                [[ $previous == = ]] && previous=${COMP_WORDS[COMP_CWORD - 2]}
                if ((COMP_CWORD > 1)); then
                    case ${COMP_WORDS[1]} in
            @PREFIXES@
            @ANSWERS@
                    esac
                fi
                while ((at < COMP_CWORD)); do
                    case ${COMP_WORDS[at]} in
                        --)
                            _@NAME@_command $((at + 1))
                            return
                            ;;
                        @WITH_VALUE@)
                            local option=${COMP_WORDS[at]}
                            ((at++))
                            [[ ${COMP_WORDS[at]} == = ]] && ((at++))
                            if ((at >= COMP_CWORD)); then
                                _@NAME@_value "$option"
                                return
                            fi
                            # HOST:PORT is three words, too.
                            while ((at < COMP_CWORD)) && [[ ${COMP_WORDS[at + 1]} == [=:] ]]; do
                                ((at += 2))
                            done
                            ((at >= COMP_CWORD)) && return
                            ((at++))
                            ;;
                        -*) ((at++)) ;;
                        *)
                            _@NAME@_command $at
                            return
                            ;;
                    esac
                done
                if [[ $cur == -* ]]; then
                    _@NAME@_among '@OPTIONS@'
                    return
                fi
                # What completes the command may change COMP_CWORD.
                local subcommands=()
                ((COMP_CWORD == 1)) && mapfile -t subcommands < <(compgen -W '@SUBCOMMANDS@' -- "$cur")
                _@NAME@_command $at
                COMPREPLY+=("${subcommands[@]}")
            }

            _@NAME@_value() {
                case $1 in
            @VALUES@
                esac
            }

            _@NAME@_among() {
                mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
            }

            # What a running @NAME@ guards; it tells nothing but names, which no shell would act on.
            _@NAME@_targets() {
                [[ $cur == -* ]] || @NAME@ status -o name 2>/dev/null
            }

            _@NAME@_files() {
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            }

            # The command to guard begins at that word, and is completed as it would be by itself.
            _@NAME@_command() {
                if declare -F _comp_command_offset >/dev/null; then
                    _comp_command_offset "$1"
                elif declare -F _command_offset >/dev/null; then
                    _command_offset "$1"
                elif ((COMP_CWORD == $1)); then
                    mapfile -t COMPREPLY < <(compgen -c -- "$cur")
                else
                    _@NAME@_files
                fi
            }

            complete -F _@NAME@ @NAME@
            """;

    String script() {
        String prefixes = "            %s) at=2 ;;".formatted(alternatives(grammar.prefixes()));
        return SCRIPT.replace("@PREFIXES@", prefixes)
                .replace("@ANSWERS@", each(grammar.answers().stream().map(BashCompletion::answer)))
                .replace("@WITH_VALUE@", patterns(grammar, grammar.optionsWithValue()))
                .replace("@VALUES@", each(values(grammar).map(line -> " ".repeat(8) + line)))
                .replace("@OPTIONS@", String.join(" ", grammar.optionNames()))
                .replace("@SUBCOMMANDS@", Grammar.names(grammar.subcommands(), " "))
                .replace("@NAME@", grammar.name());
    }

    private static String alternatives(List<Grammar> commands) {
        return Grammar.names(commands, "|");
    }

    /// What may follow a subcommand that guards nothing.
    private static String answer(Grammar command) {
        List<String> otherwise = new ArrayList<>();
        otherwise.add("*)");
        otherwise.add("    local words='%s'".formatted(String.join(" ", command.optionNames())));
        command.parameters().forEach(parameter -> otherwise.addAll(more(parameter)));
        otherwise.add("    _@NAME@_among \"$words\"");
        otherwise.add("    ;;");
        return """
                    %s)
                        case $previous in
        %s
                        esac
                        return
                        ;;\
        """
                .formatted(
                        command.name(),
                        each(
                                Stream.concat(values(command), otherwise.stream())
                                        .map(line -> " ".repeat(20) + line)));
    }

    /// The words that a parameter adds where it may stand.
    private static List<String> more(PositionalParamSpec parameter) {
        String words =
                switch (Expected.by(parameter)) {
                    case Expected.OneOf(var choices) -> "' " + String.join(" ", choices) + "'";
                    case Expected.Target() -> "\" $(_@NAME@_targets)\"";
                    case Expected.Nothing(), Expected.File(), Expected.Anything() -> "";
                };
        if (words.isEmpty()) {
            return List.of();
        }
        String there = "((COMP_CWORD == %d)) && ".formatted(Grammar.place(parameter) + 1);
        return List.of("    " + (Grammar.repeats(parameter) ? "" : there) + "words+=" + words);
    }

    /// What can be said about the values of options, each as a case.
    private static Stream<String> values(Grammar command) {
        return command.optionsWithValue().stream()
                .filter(option -> !(Expected.by(option) instanceof Expected.Anything))
                .map(option ->
                        "%s) %s ;;".formatted(patterns(command, List.of(option)), value(option)));
    }

    private static String value(ArgSpec argument) {
        return switch (Expected.by(argument)) {
            case Expected.OneOf(var words) ->
                    "_@NAME@_among '%s'".formatted(String.join(" ", words));
            case Expected.File() -> "_@NAME@_files";
            case Expected.Nothing(), Expected.Target(), Expected.Anything() -> ":";
        };
    }

    /// All spellings, also that of a letter behind a flag's: `-qm`.
    private static String patterns(Grammar command, List<OptionSpec> options) {
        String flags = command.flagLetters();
        return options.stream()
                .flatMap(option -> Stream.of(option.names()))
                .flatMap(name ->
                        Grammar.isLetter(name) && !flags.isEmpty()
                                ? Stream.of(name, "-[" + flags + "]" + name.charAt(1))
                                : Stream.of(name))
                .collect(Collectors.joining("|"));
    }

    private static String each(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
